package dev.reflux.sample.web;

import dev.reflux.sample.booking.Booking;
import dev.reflux.sample.booking.BookingBook;
import dev.reflux.sample.booking.BookingRequest;
import dev.reflux.sample.booking.Business;
import dev.reflux.sample.booking.Catalogue;
import dev.reflux.sample.booking.Offer;
import dev.reflux.sample.support.Conversation;
import dev.reflux.sample.support.Faq;
import dev.reflux.sample.support.Support;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Businesses, bookings, questions. */
@RestController
@RequestMapping("/api")
final class BookingController {

    /** Proxies close connections on which nothing is said. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Catalogue catalogue;
    private final BookingBook book;
    private final Support support;

    BookingController(Catalogue catalogue, BookingBook book, Support support) {
        this.catalogue = catalogue;
        this.book = book;
        this.support = support;
    }

    /**
     * A question.
     *
     * @param content what a customer wants to know
     */
    record Question(
            @NotBlank(message = "What do you want to know?") @Size(max = 2000, message = "At most 2000 letters.")
            String content) {}

    @GetMapping("/businesses")
    Flux<Business> businesses() {
        return catalogue.businesses();
    }

    @GetMapping("/businesses/{slug}/offers")
    Flux<Offer> offers(@PathVariable String slug) {
        return business(slug).flatMapMany(catalogue::offers);
    }

    @GetMapping("/businesses/{slug}/bookings")
    Flux<Booking> bookings(@PathVariable String slug, @RequestParam Optional<LocalDate> day) {
        return business(slug).flatMapMany(business -> book.of(business, day.orElseGet(() -> book.today(business))));
    }

    @PostMapping("/businesses/{slug}/bookings")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Booking> book(@PathVariable String slug, @Valid @RequestBody BookingRequest request) {
        return business(slug).flatMap(business -> book.book(business, request));
    }

    @GetMapping(path = "/businesses/{slug}/bookings/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Booking>> stream(@PathVariable String slug) {
        Flux<ServerSentEvent<Booking>> heartbeats = Flux.interval(Duration.ZERO, HEARTBEAT)
                .map(beat -> ServerSentEvent.<Booking>builder().comment("here").build());
        return business(slug)
                .flatMapMany(business -> Flux.merge(
                        heartbeats,
                        book.news(business)
                                .map(booking -> ServerSentEvent.builder(booking)
                                        .event("booking")
                                        .build())));
    }

    @GetMapping("/businesses/{slug}/faqs")
    Flux<Faq> faqs(@PathVariable String slug, @RequestParam(defaultValue = "") String question) {
        return business(slug).flatMapMany(business -> support.faqs(business.id(), question));
    }

    @PostMapping("/businesses/{slug}/support-sessions")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Conversation> open(@PathVariable String slug, @Valid @RequestBody Question question) {
        return business(slug).flatMap(business -> support.open(business, question.content()));
    }

    @PostMapping("/support-sessions/{session}/turns")
    Mono<Conversation> ask(@PathVariable UUID session, @Valid @RequestBody Question question) {
        return support.ask(session, question.content()).switchIfEmpty(missing("There is no such session."));
    }

    @GetMapping("/support-sessions/{session}")
    Mono<Conversation> conversation(@PathVariable UUID session) {
        return support.conversation(session).switchIfEmpty(missing("There is no such session."));
    }

    private Mono<Business> business(String slug) {
        return catalogue.business(slug).switchIfEmpty(missing("There is no business of that name."));
    }

    private static <T> Mono<T> missing(String sentence) {
        return Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, sentence));
    }
}
