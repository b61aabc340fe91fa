package dev.reflux.sample.web;

import dev.reflux.sample.booking.RefusedBookingException;
import dev.reflux.sample.booking.RefusedBookingException.Reason;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebExchangeBindException;

/** Errors as RFC 9457 has them, with a sentence for each field that has to change in {@code errors}. Before Spring's own. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Problems {

    @ExceptionHandler
    ProblemDetail invalid(WebExchangeBindException invalid) {
        Map<String, String> errors = new TreeMap<>();
        for (FieldError error : invalid.getFieldErrors()) {
            errors.putIfAbsent(error.getField(), String.valueOf(error.getDefaultMessage()));
        }
        return problem(HttpStatus.BAD_REQUEST, "Some fields have to change.", errors);
    }

    @ExceptionHandler
    ProblemDetail refused(RefusedBookingException refused) {
        HttpStatus status = refused.reason() == Reason.TAKEN ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST;
        String sentence = String.valueOf(refused.getMessage());
        return problem(status, sentence, Map.of(refused.field(), sentence));
    }

    private static ProblemDetail problem(HttpStatus status, String detail, Map<String, String> errors) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("errors", errors);
        return problem;
    }
}
