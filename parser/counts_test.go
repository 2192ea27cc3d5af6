package parser
const corpusCounts = ``
