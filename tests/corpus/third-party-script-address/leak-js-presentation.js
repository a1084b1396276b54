new PresentationRequest(["https://js-presentation.leak.test/"]).getAvailability()
