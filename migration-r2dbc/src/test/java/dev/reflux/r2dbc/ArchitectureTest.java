package dev.reflux.r2dbc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The arrows between the packages of this module, and what none of its classes does. */
class ArchitectureTest {

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.reflux.r2dbc");

    @Test
    void packages_haveNoCycles() {
        slices().matching("dev.reflux.(r2dbc..)").should().beFreeOfCycles().check(MODULE);
    }

    @Test
    void connectionStrings_knowNothingOfRuns() {
        noClasses()
                .that()
                .resideInAPackage("dev.reflux.r2dbc.url..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.reflux.r2dbc")
                .check(MODULE);
    }

    @Test
    void nothing_blocks() {
        noClasses()
                .should()
                .callMethod(Mono.class, "block")
                .orShould()
                .callMethod(Flux.class, "blockLast")
                .orShould()
                .callMethod(Flux.class, "blockFirst")
                .orShould()
                .callMethod(Flux.class, "toIterable")
                .orShould()
                .callMethod(Flux.class, "toStream")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .check(MODULE);
    }

    @Test
    void theEnvironment_isNotRead() {
        noClasses()
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(MODULE);
    }

    @Test
    void jdbc_isNotThere() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(MODULE);
    }
}
