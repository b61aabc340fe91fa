package dev.reflux.schema;

import dev.reflux.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.Check;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Domain;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Sequence;
import org.jooq.Table;
import org.jooq.conf.RenderKeywordCase;
import org.jooq.conf.RenderTable;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The DDL of a model: schemas, types, sequences, domains, tables, then the foreign keys, which may point anywhere.
 *
 * <p>jOOQ renders names, types, expressions, constraints and indexes. It does not make the whole statements, for its own export
 * leaves out enum types, domains and generated columns.
 *
 * @param model what there is to make
 */
record JooqDdl(JooqModel model) {

    /** A default or a condition names the columns of its own table, without the table. */
    private static final Settings SETTINGS =
            new Settings().withRenderKeywordCase(RenderKeywordCase.UPPER).withRenderTable(RenderTable.NEVER);

    /** In the condition of a domain, jOOQ's generator leaves the word that comes before it. */
    private static final Pattern WITH_CHECK = Pattern.compile("^\\(CHECK (.*)\\)$", Pattern.DOTALL);

    List<SchemaScript> scripts() {
        DSLContext db = DSL.using(SQLDialect.POSTGRES, SETTINGS);
        List<SchemaScript> scripts = new ArrayList<>();
        model.schemas()
                .forEach(name -> scripts.add(new SchemaScript(
                        "jOOQ schema " + name, "CREATE SCHEMA IF NOT EXISTS " + Identifier.quote(name) + ";\n")));
        model.enums().forEach(type -> scripts.add(new SchemaScript("jOOQ enum " + type.shown(), createEnum(type, db))));
        model.sequences()
                .forEach(sequence -> scripts.add(
                        new SchemaScript("jOOQ sequence " + JooqModel.shown(sequence), createSequence(sequence, db))));
        model.domains()
                .forEach(domain -> scripts.add(
                        new SchemaScript("jOOQ domain " + JooqModel.shown(domain), createDomain(domain, db))));
        model.tables().forEach(table -> scripts.add(script(table, new JooqTable(table, db).create())));
        model.tables().stream()
                .map(table -> script(table, new JooqTable(table, db).complete()))
                .filter(script -> !script.text().isEmpty())
                .forEach(scripts::add);
        return scripts;
    }

    private static SchemaScript script(Table<?> table, String text) {
        return new SchemaScript("jOOQ table " + JooqModel.shown(table), text);
    }

    private static String createEnum(JooqEnum type, DSLContext db) {
        return type.labels().stream()
                .map(Identifier::literal)
                .collect(Collectors.joining(
                        ", ", "CREATE TYPE " + db.render(type.qualifiedName()) + " AS ENUM (", ");\n"));
    }

    private static String createSequence(Sequence<?> sequence, DSLContext db) {
        String type = JooqTypes.base(sequence.getDataType(), db);
        return "CREATE SEQUENCE " + db.render(sequence)
                + (List.of("smallint", "int").contains(type) ? " AS " + type : "")
                + option(" START WITH ", sequence.getStartWith(), db)
                + option(" INCREMENT BY ", sequence.getIncrementBy(), db)
                + option(" MINVALUE ", sequence.getMinvalue(), db)
                + option(" MAXVALUE ", sequence.getMaxvalue(), db)
                + option(" CACHE ", sequence.getCache(), db)
                + (sequence.getCycle() ? " CYCLE;\n" : ";\n");
    }

    private static String option(String words, @Nullable Field<?> value, DSLContext db) {
        return value == null ? "" : words + db.renderInlined(value);
    }

    private static String createDomain(Domain<?> domain, DSLContext db) {
        DataType<?> type = domain.getDataType();
        StringBuilder ddl = new StringBuilder("CREATE DOMAIN ")
                .append(db.render(domain))
                .append(" AS ")
                .append(JooqTypes.base(type, db))
                .append(JooqTable.collation(type, db))
                .append(type.defaulted() ? " DEFAULT " + db.renderInlined(type.defaultValue()) : "")
                .append(type.nullable() ? "" : " NOT NULL");
        for (Check<?> check : domain.getChecks()) {
            ddl.append(' ').append(domainCheck(check, db));
        }
        return ddl.append(";\n").toString();
    }

    private static String domainCheck(Check<?> check, DSLContext db) {
        String condition =
                WITH_CHECK.matcher(db.renderInlined(check.condition())).replaceFirst("$1");
        String name = check.getName().isEmpty() ? "" : "CONSTRAINT " + db.render(check.getUnqualifiedName()) + " ";
        return name + "CHECK (" + condition + ")";
    }
}
