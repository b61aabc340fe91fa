package dev.reflux.sample.model;

import dev.reflux.Sql;
import java.io.Serial;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Constraint;
import org.jooq.Index;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;

/** Questions that a business answers for all; full text search in one column. */
public final class Faqs extends ServiceTable {

    /** The table. */
    public static final Faqs FAQS = new Faqs();

    @Serial
    private static final long serialVersionUID = 1L;

    public final TableField<Record, UUID> ID = column("id", RANDOM);
    public final TableField<Record, UUID> BUSINESS_ID = column("business_id", REFERENCE);
    public final TableField<Record, String> QUESTION = column("question", WORDS);
    public final TableField<Record, String> ANSWER = column("answer", WORDS);
    public final TableField<Record, String[]> KEYWORDS = column("keywords", WORD_LIST);
    public final TableField<Record, String> SEARCH = column(
            "search",
            new DefaultDataType<>(SQLDialect.POSTGRES, String.class, "tsvector")
                    .notNull()
                    .generatedAlwaysAs(
                            DSL.field(DSL.raw("to_tsvector('english', question || ' ' || answer)"), String.class)));
    public final TableField<Record, OffsetDateTime> CREATED_AT = column("created_at", NOW);

    private Faqs() {
        super("faqs");
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return key("_pkey", ID);
    }

    @Override
    public List<Constraint> additionalConstraints() {
        return List.of(reference(BUSINESS_ID, Businesses.BUSINESSES).onDeleteCascade());
    }

    @Override
    public List<Index> getIndexes() {
        return List.of(index("faqs_business_id_idx", BUSINESS_ID));
    }

    @Override
    public List<Query> additionalStatements() {
        return List.of(
                Sql.of("CREATE INDEX faqs_keywords_idx ON faqs USING gin (keywords)"),
                Sql.of("CREATE INDEX faqs_search_idx ON faqs USING gin (search)"));
    }
}
