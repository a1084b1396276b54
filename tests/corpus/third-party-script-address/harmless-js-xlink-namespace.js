const XLINK = "http://www.w3.org/1999/xlink"; const XHTML = "http://www.w3.org/1999/xhtml"; XLINK + XHTML
