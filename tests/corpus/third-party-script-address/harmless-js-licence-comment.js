/*! a 1.0 | MIT | https://js-licence-comment.harmless.test/license */
