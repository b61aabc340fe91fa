package dev.reflux.sample.support;

import static dev.reflux.sample.model.ConversationHistory.CONVERSATION_HISTORY;
import static dev.reflux.sample.model.Faqs.FAQS;
import static dev.reflux.sample.model.SupportSessions.SUPPORT_SESSIONS;
import static dev.reflux.sample.query.Database.value;

import dev.reflux.sample.booking.Business;
import dev.reflux.sample.model.ConversationRole;
import dev.reflux.sample.model.SupportStatus;
import dev.reflux.sample.query.Database;
import dev.reflux.sample.support.Conversation.Turn;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers questions from the FAQs of a business, and keeps what was said. */
@Component
public final class Support {

    private static final String NO_ANSWER = "I do not know. A member of the staff will answer you.";
    private static final int ANY = 20;

    private final Database database;
    private final TransactionalOperator transaction;

    Support(Database database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** The FAQs that fit a question, the best first; the newest if nothing is asked. */
    public Flux<Faq> faqs(UUID business, String question) {
        Field<Object> wanted =
                DSL.field("websearch_to_tsquery('english', {0})", Object.class, DSL.val(alternatives(question)));
        Condition fits = question.isBlank() ? DSL.noCondition() : DSL.condition("{0} @@ {1}", FAQS.SEARCH, wanted);
        return database.rows(
                database.sql()
                        .select(FAQS.ID, FAQS.QUESTION, FAQS.ANSWER)
                        .from(FAQS)
                        .where(FAQS.BUSINESS_ID.eq(business), fits)
                        .orderBy(
                                DSL.field("ts_rank({0}, {1})", Double.class, FAQS.SEARCH, wanted)
                                        .desc(),
                                FAQS.CREATED_AT.desc())
                        .limit(ANY),
                row -> new Faq(
                        value(row, "id", UUID.class),
                        value(row, "question", String.class),
                        value(row, "answer", String.class)));
    }

    /** People ask in sentences; any of their words may be the one. */
    private static String alternatives(String question) {
        return String.join(" or ", question.strip().split("\\W+"));
    }

    /** Opens a session with its first question, and answers it. */
    public Mono<Conversation> open(Business business, String question) {
        return database.rows(
                        database.sql()
                                .insertInto(SUPPORT_SESSIONS)
                                .set(SUPPORT_SESSIONS.BUSINESS_ID, business.id())
                                .returning(SUPPORT_SESSIONS.ID),
                        row -> value(row, "id", UUID.class))
                .single()
                .flatMap(session -> exchange(session, business.id(), question).thenReturn(session))
                .as(transaction::transactional)
                .flatMap(this::conversation);
    }

    /** Asks one more question in a session; empty if there is no such session. */
    public Mono<Conversation> ask(UUID session, String question) {
        return database.rows(
                        database.sql()
                                .select(SUPPORT_SESSIONS.BUSINESS_ID)
                                .from(SUPPORT_SESSIONS)
                                .where(SUPPORT_SESSIONS.ID.eq(session))
                                .forUpdate(),
                        row -> value(row, "business_id", UUID.class))
                .next()
                .flatMap(business -> exchange(session, business, question).thenReturn(session))
                .as(transaction::transactional)
                .flatMap(this::conversation);
    }

    /** A session with everything that was said in it; empty if there is none. */
    public Mono<Conversation> conversation(UUID session) {
        Mono<String> status = database.rows(
                        database.sql()
                                .select(SUPPORT_SESSIONS.STATUS)
                                .from(SUPPORT_SESSIONS)
                                .where(SUPPORT_SESSIONS.ID.eq(session)),
                        row -> value(row, "status", String.class))
                .next();
        return status.flatMap(
                found -> turns(session).collectList().map(turns -> new Conversation(session, found, turns)));
    }

    private Flux<Turn> turns(UUID session) {
        return database.rows(
                database.sql()
                        .select(CONVERSATION_HISTORY.TURN, CONVERSATION_HISTORY.ROLE, CONVERSATION_HISTORY.CONTENT)
                        .from(CONVERSATION_HISTORY)
                        .where(CONVERSATION_HISTORY.SESSION_ID.eq(session))
                        .orderBy(CONVERSATION_HISTORY.TURN),
                row -> new Turn(
                        value(row, "turn", Integer.class),
                        value(row, "role", String.class),
                        value(row, "content", String.class)));
    }

    private Mono<Void> exchange(UUID session, UUID business, String question) {
        return say(session, ConversationRole.CUSTOMER, question)
                .then(faqs(business, question).next().map(Faq::answer).defaultIfEmpty(NO_ANSWER))
                .flatMap(answer -> say(session, ConversationRole.ASSISTANT, answer)
                        .then(setStatus(
                                session, answer.equals(NO_ANSWER) ? SupportStatus.WAITING : SupportStatus.OPEN)));
    }

    private Mono<Void> say(UUID session, ConversationRole role, String content) {
        Field<Integer> next = DSL.field(database.sql()
                .select(DSL.coalesce(DSL.max(CONVERSATION_HISTORY.TURN), 0).plus(1))
                .from(CONVERSATION_HISTORY)
                .where(CONVERSATION_HISTORY.SESSION_ID.eq(session)));
        return database.run(database.sql()
                .insertInto(CONVERSATION_HISTORY)
                .set(CONVERSATION_HISTORY.SESSION_ID, session)
                .set(CONVERSATION_HISTORY.TURN, next)
                .set(CONVERSATION_HISTORY.ROLE, role)
                .set(CONVERSATION_HISTORY.CONTENT, content));
    }

    private Mono<Void> setStatus(UUID session, SupportStatus status) {
        return database.run(database.sql()
                .update(SUPPORT_SESSIONS)
                .set(SUPPORT_SESSIONS.STATUS, status)
                .where(SUPPORT_SESSIONS.ID.eq(session)));
    }
}
