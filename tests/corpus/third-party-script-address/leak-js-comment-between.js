fetch(/* https://own */ "https://js-comment-between.leak.test/" // end
)
