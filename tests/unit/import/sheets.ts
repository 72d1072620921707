// Realistic sheets about an invented harbour.

/** A TimelineJS sheet: years BC, an era, hours with AM and PM, the same headline twice, HTML, pictures. */
export const timelineCsv = `Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background
2024,,,,,,,,,The harbour strike,"<p>A week in the <b>port</b>.</p>",,,,,title,,
-44,3,15,,,,,,The Ides of March,The first mole is built,<p>Of wood.</p>,https://pictures.example/mole.jpg,A painter,The mole,,,Porto Velho,
2024,5,,,2024,6,,,,The strike,"<p>Seven weeks.</p>",,,,,era,,
2024,5,10,10:30 PM,,,,,late on Friday,The quay closes,"<h3>Night</h3><p>Boats of the <em>police</em> lay at the mouth &amp; waited.</p>
<ul><li>four boats</li><li>no lorry</li></ul>",https://www.harbour-post.example/2024/quay-closed.html,,,,,Harbour Police,
2024,5,12,12:05 am,,,,,,The quay closes,"<p>Again. <img src=""x.png""> <a href=""https://a.example/"">More</a> <a href=""javascript:1"">x</a></p>",https://www.harbour-post.example/2024/quay-closed.html,,,,,Dockers,#eee
2024,5,14,,2024,5,16,,,Talks,,https://www.youtube.com/watch?v=1,,,,,,
`;

/** A similar timeline as JSON, with what a sheet can't express. */
export const timelineJson = JSON.stringify({
  title: { text: { headline: 'The harbour strike', text: '' } },
  eras: [{ start_date: { year: -50 }, end_date: { year: '-40' }, text: { headline: 'Old days' } }],
  events: [
    {
      unique_id: 'first-mole',
      start_date: { year: '-44', month: '3', day: 15, display_date: 'Ides' },
      text: { headline: 'The first mole', text: 'Of wood' },
    },
    {
      start_date: { year: 2024, month: 5, day: 10, hour: 22, minute: 5 },
      text: { headline: '<b>The quay</b> closes #1', text: '' },
      autolink: false,
    },
  ],
});

/** A researcher's sheet, as a spreadsheet in Portugal saves it. */
export const researchCsv = `Datum;Headline;source;url;published;actors;place;event_id;claim;on;answer;by;Notes
10/05/2024;Quay closed;City Ledger;https://ledger.example/2024/quay;11/05/2024;Harbour Police, Nobody Known;Porto Velho;quay-closed;Four boats lay there.;How many boats;four;Ana Brandt;seen
10/05/2024;Quay closed;City Ledger;https://ledger.example/2024/quay;;;;quay-closed;The police acted alone.;;;A fisherman;
25/05/2024;The strike ends #2;;;;;;;;;;;
`;
