document.location = "https://js-document-location.leak.test/"
