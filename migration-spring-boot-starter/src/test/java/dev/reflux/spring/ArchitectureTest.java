package dev.reflux.spring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class ArchitectureTest {

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.reflux.spring");

    @Test
    void onePlace_blocks() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(StartUpMigration.class)
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
                .check(MODULE);
    }
}
