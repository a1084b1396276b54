document.requestStorageAccessFor("https://js-storage-access.leak.test/")
