package dev.reflux;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.reflux.source.TransactionMode;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The module holds values and pure functions, its arrows point one way, and only what loads sources reads files. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.reflux");

    @Test
    void packages_dependOnEachOther_oneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("api")
                .definedBy("dev.reflux")
                .layer("revision")
                .definedBy("dev.reflux.revision")
                .layer("plan")
                .definedBy("dev.reflux.plan")
                .layer("sql")
                .definedBy("dev.reflux.sql")
                .layer("source")
                .definedBy("dev.reflux.source")
                .layer("event")
                .definedBy("dev.reflux.event")
                .layer("catalog")
                .definedBy("dev.reflux.catalog")
                .layer("diff")
                .definedBy("dev.reflux.diff")
                .layer("schema")
                .definedBy("dev.reflux.schema..")
                .layer("picture")
                .definedBy("dev.reflux.picture")
                .whereLayer("api")
                .mayNotAccessAnyLayer()
                .whereLayer("revision")
                .mayOnlyAccessLayers("api")
                .whereLayer("plan")
                .mayOnlyAccessLayers("api", "revision")
                .whereLayer("sql")
                .mayOnlyAccessLayers("api")
                .whereLayer("source")
                .mayOnlyAccessLayers("api", "revision", "plan", "sql")
                .whereLayer("event")
                .mayOnlyAccessLayers("api", "revision", "plan", "sql")
                .whereLayer("catalog")
                .mayOnlyAccessLayers("api", "sql")
                .whereLayer("diff")
                .mayOnlyAccessLayers("api", "revision", "sql", "catalog")
                .whereLayer("schema")
                .mayOnlyAccessLayers("api", "revision", "sql", "source", "catalog")
                .whereLayer("picture")
                .mayOnlyAccessLayers("api", "revision")
                .ignoreDependency(resideInAPackage("dev.reflux.diff"), equivalentTo(TransactionMode.class))
                .ensureAllClassesAreContainedInArchitecture()
                .check(CLASSES);
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching("dev.reflux.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void files_areReadByWhatLoadsSources() {
        noClasses()
                .that(not(resideInAnyPackage("dev.reflux.source", "dev.reflux.schema..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io", "java.nio.file..", "java.net..")
                .check(CLASSES);
    }

    @Test
    void clockAndEnvironment_areReadByNobody() {
        noClasses()
                .should()
                .accessTargetWhere(describe("read the clock or the environment", ArchitectureTest::readsSurroundings))
                .orShould()
                .dependOnClassesThat(assignableTo(Clock.class))
                .check(CLASSES);
    }

    private static boolean readsSurroundings(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return owner.isEquivalentTo(System.class)
                ? Set.of("currentTimeMillis", "nanoTime", "getenv").contains(access.getName())
                : owner.getPackageName().equals("java.time") && access.getName().equals("now");
    }

    @Test
    void nothing_isPrintedOrLogged() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
        noClasses()
                .that(not(simpleName("Silence")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.slf4j..", "java.util.logging..", "org.apache.logging..")
                .orShould()
                .dependOnClassesThat(assignableTo(System.Logger.class))
                .check(CLASSES);
    }

    @Test
    void databaseDrivers_areNotKnown() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.r2dbc..", "java.sql..", "javax.sql..", "org.postgresql..", "reactor..")
                .check(CLASSES);
    }

    @Test
    void hibernate_isKnownToItsPackageAlone() {
        noClasses()
                .that(not(resideInAPackage("dev.reflux.schema.jpa")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hibernate..", "jakarta.persistence..", "dev.reflux.schema.jpa")
                .check(CLASSES);
        classes()
                .that()
                .resideInAPackage("dev.reflux.schema.jpa")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.hibernate..", "org.jspecify..", "dev.reflux.schema.jpa")
                .check(CLASSES);
    }

    @Test
    void staticFields_areFinal() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }

    @Test
    void exceptions_haveOneRoot() {
        classes()
                .that()
                .areAssignableTo(Throwable.class)
                .should()
                .beAssignableTo(MigrationException.class)
                .check(CLASSES);
    }

    @Test
    void packages_areNullMarked() {
        classes().should(resideInANullMarkedPackage()).check(CLASSES);
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package that is @NullMarked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        item, marked, item.getPackageName() + (marked ? " is" : " is not") + " @NullMarked"));
            }
        };
    }
}
