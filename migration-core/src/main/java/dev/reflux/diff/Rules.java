package dev.reflux.diff;

import dev.reflux.catalog.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The rules of each kind. */
final class Rules {

    private static final Map<Kind, KindRules> RULES = new EnumMap<>(Kind.class);

    static {
        for (Kind kind : Kind.values()) {
            RULES.put(kind, rules(kind));
        }
    }

    private Rules() {}

    static KindRules of(Kind kind) {
        return Objects.requireNonNull(RULES.get(kind));
    }

    private static KindRules rules(Kind kind) {
        return switch (kind) {
            case SCHEMA -> new SchemaRules();
            case EXTENSION -> new ExtensionRules();
            case COLLATION,
                    RANGE,
                    CAST,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS -> new DefinedRules();
            case ENUM -> new EnumRules();
            case COMPOSITE -> new CompositeRules();
            case DOMAIN -> new DomainRules();
            case DOMAIN_CHECK -> new DomainCheckRules();
            case SEQUENCE -> new SequenceRules();
            case SEQUENCE_OWNER -> new SequenceOwnerRules();
            case FUNCTION, PROCEDURE -> new RoutineRules();
            case AGGREGATE -> new AggregateRules();
            case TABLE -> new TableRules();
            case COLUMN -> new ColumnRules();
            case DEFAULT -> new DefaultRules();
            case PRIMARY_KEY, UNIQUE, CHECK, EXCLUSION, FOREIGN_KEY -> new ConstraintRules();
            case INDEX -> new IndexRules();
            case STATISTICS -> new StatisticsRules();
            case VIEW -> new ViewRules();
            case MATERIALIZED_VIEW -> new MaterializedViewRules();
            case RULE -> new RuleRules();
            case TRIGGER -> new TriggerRules();
            case POLICY -> new PolicyRules();
            case ROW_SECURITY -> new RowSecurityRules();
            case REPLICA_IDENTITY -> new ReplicaIdentityRules();
            case PUBLICATION -> new PublicationRules();
            case EVENT_TRIGGER -> new EventTriggerRules();
            case DEFAULT_PRIVILEGE -> new DefaultPrivilegeRules();
            case PRIVILEGE -> new PrivilegeRules();
            case COMMENT -> new CommentRules();
        };
    }
}
