/** The verbs with which an article reports speech. */
export const speechVerbs =
  'said|says|say|told|tells|tweeted|tweets|wrote|writes|written|added|adds|stated|states|announced|announces|warned|warns|asked|asks|answered|replied|replies|responded|explained|insisted|vowed|claimed|claims|argued|noted|posted|declared|called|continued|remarked|recalled|shouted|stressed|emphasi[sz]ed|urged|demanded|denied|confirmed|admitted|quoted|reads|read';
