package dev.reflux.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.MigrationException;
import dev.reflux.catalog.Kind;
import dev.reflux.schema.booking.jpa.Booking;
import dev.reflux.schema.booking.jpa.Business;
import dev.reflux.schema.booking.jpa.Customer;
import dev.reflux.schema.booking.jpa.EmailAddressConverter;
import dev.reflux.schema.booking.jpa.Service;
import dev.reflux.schema.booking.jpa.StaffMember;
import dev.reflux.schema.example.nothing.Nothing;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Annotated entities as the desired schema. */
class JpaSchemaTest {

    private static final ClassLoader LOADER = JpaSchemaTest.class.getClassLoader();
    private static final String EXAMPLE = "dev.reflux.schema.example.jpa";

    private static JpaSchema named(String... names) {
        return JpaSchema.named(List.of(names), LOADER);
    }

    /** Each statement in one line. */
    private static String text(DesiredSchema schema) {
        return schema.scripts().stream()
                .map(script -> "-- " + script.source() + "\n"
                        + script.text()
                                .replaceAll("\\s+", " ")
                                .replace("; ", ";\n")
                                .strip() + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void scripts_ofEveryShape_areNamedAsSpringBootDoes() {
        assertThat(text(named(EXAMPLE))).isEqualTo("""
                -- schema library
                create schema if not exists library;
                -- sequence author_seq
                create sequence author_seq start with 1 increment by 50;
                -- entity dev.reflux.schema.example.jpa.Work
                create table library.work ( dtype varchar(31) not null check ((dtype in ('Work','Song'))), work_number integer not null, form varchar(255) check ((form in ('PRINT','SOUND'))), beats_per_minute integer, primary key (work_number) );
                -- entity dev.reflux.schema.example.jpa.Author
                create table author ( id bigint not null, full_name varchar(100), primary key (id) );
                -- collection dev.reflux.schema.example.jpa.Author.penNames
                create table author_pen_names ( author_id bigint not null, pen_names varchar(255) );
                -- collection dev.reflux.schema.example.jpa.Author.writtenWorks
                create table author_written_works ( author_id bigint not null, written_works_work_number integer not null, primary key (author_id, written_works_work_number) );
                -- collection dev.reflux.schema.example.jpa.Author.penNames
                alter table if exists author_pen_names add constraint FKgohe5r5fv24xcxdaqy98bxwe7 foreign key (author_id) references author;
                -- collection dev.reflux.schema.example.jpa.Author.writtenWorks
                alter table if exists author_written_works add constraint FKlalkd7f4njdwype1biyljeuc7 foreign key (written_works_work_number) references library.work;
                alter table if exists author_written_works add constraint FK6yk87abwvu3bp4f1tr7oxbmfc foreign key (author_id) references author;
                """);
    }

    @Test
    void with_takesSettingsOfHibernate() {
        JpaSchema schema = named(EXAMPLE).with("naming", "jpa").with("hibernate.default_schema", "app");

        assertThat(text(schema)).isEqualTo("""
                -- schema app
                create schema if not exists app;
                -- schema library
                create schema if not exists library;
                -- sequence Author_SEQ
                create sequence app.Author_SEQ start with 1 increment by 50;
                -- entity dev.reflux.schema.example.jpa.Work
                create table library.Work ( DTYPE varchar(31) not null check ((DTYPE in ('Work','Song'))), workNumber integer not null, form varchar(255) check ((form in ('PRINT','SOUND'))), beatsPerMinute integer, primary key (workNumber) );
                -- entity dev.reflux.schema.example.jpa.Author
                create table app.Author ( id bigint not null, fullName varchar(100), primary key (id) );
                -- collection dev.reflux.schema.example.jpa.Author.penNames
                create table app.Author_penNames ( Author_id bigint not null, penNames varchar(255) );
                -- collection dev.reflux.schema.example.jpa.Author.writtenWorks
                create table app.Author_Work ( Author_id bigint not null, writtenWorks_workNumber integer not null, primary key (Author_id, writtenWorks_workNumber) );
                -- collection dev.reflux.schema.example.jpa.Author.penNames
                alter table if exists app.Author_penNames add constraint FKfuwko3tvrwgrdfbnc38js7pk5 foreign key (Author_id) references app.Author;
                -- collection dev.reflux.schema.example.jpa.Author.writtenWorks
                alter table if exists app.Author_Work add constraint FKefkqfag5l9j1k07balefydl7o foreign key (writtenWorks_workNumber) references library.Work;
                alter table if exists app.Author_Work add constraint FKl7wah8csegaogflxtuitvrh6i foreign key (Author_id) references app.Author;
                """);
    }

    @Test
    void with_dialect_isTaken() {
        JpaSchema schema = named(EXAMPLE).with("hibernate.dialect", "org.hibernate.dialect.CockroachDialect");

        assertThat(text(schema)).contains("create table library.work");
    }

    @Test
    void with_connection_isIgnored() {
        JpaSchema schema = named(EXAMPLE)
                .with("hibernate.connection.url", "jdbc:postgresql://nowhere.invalid/x")
                .with("hibernate.connection.driver_class", "org.example.NoDriver")
                .with("hibernate.hbm2ddl.auto", "create");

        assertThat(schema.scripts()).isEqualTo(named(EXAMPLE).scripts());
    }

    @Test
    void with_unknownSetting_isRefused() {
        for (String[] setting : new String[][] {{"naming", "snake"}, {"nameing", "jpa"}}) {
            assertThatThrownBy(() -> named(EXAMPLE).with(setting[0], setting[1]))
                    .isInstanceOf(MigrationException.class)
                    .hasMessage("Entities have no setting \"" + setting[0] + "=" + setting[1]
                            + "\". There are naming=spring, naming=jpa, and those of Hibernate,"
                            + " which begin with \"hibernate.\" or \"jakarta.persistence.\".");
        }
    }

    @Test
    void jpa_takesNameOfPackage() {
        assertThat(DesiredSchema.jpa(EXAMPLE, LOADER).scripts())
                .isEqualTo(named(EXAMPLE).scripts());
    }

    @Test
    void jpa_takesClasses() {
        DesiredSchema schema = DesiredSchema.jpa(
                Booking.class,
                Business.class,
                Customer.class,
                Service.class,
                StaffMember.class,
                EmailAddressConverter.class);

        assertThat(schema.scripts())
                .extracting(SchemaScript::source)
                .contains("entity dev.reflux.schema.booking.jpa.Booking");
    }

    @Test
    void named_withoutSuchName_isRefused() {
        assertThatThrownBy(() -> named("com.example.nowhere").scripts())
                .isInstanceOf(MigrationException.class)
                .hasMessage("There is no class and no package \"com.example.nowhere\" on the class path,"
                        + " where entities should be. Correct its name, or add the classes.");
    }

    @Test
    void named_withoutEntities_isRefused() {
        String name = Nothing.class.getPackageName();

        assertThatThrownBy(() -> named(name).scripts())
                .isInstanceOf(MigrationException.class)
                .hasMessage("There is no class with @Entity of jakarta.persistence in \"" + name
                        + "\". Name the package of the entities, or the entities themselves.");
        assertThatThrownBy(() -> named(Nothing.class.getName()).scripts())
                .isInstanceOf(MigrationException.class)
                .hasMessage("There is no table in \"" + Nothing.class.getName()
                        + "\". Name the package of the entities, or classes with @Entity of jakarta.persistence.");
    }

    @Test
    void entityThatHibernateRefuses_isNamed() {
        assertThatThrownBy(() -> named("dev.reflux.schema.example.refused").scripts())
                .isInstanceOf(MigrationException.class)
                .hasMessage("Hibernate does not understand the entities:"
                        + " Entity 'dev.reflux.schema.example.refused.WithoutKey' has no identifier"
                        + " (every '@Entity' class must declare or inherit at least one '@Id' or '@EmbeddedId' property)"
                        + "\nCorrect the entity, or a setting of Hibernate.");
    }

    @Test
    void hibernate_logsNothing() {
        List<String> logged = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        try {
            named(EXAMPLE).scripts();
        } finally {
            root.removeHandler(handler);
        }
        assertThat(logged).isEmpty();
    }

    @Test
    void kinds_areWhatEntitiesHave() {
        assertThat(named(EXAMPLE).kinds())
                .contains(Kind.TABLE, Kind.SEQUENCE, Kind.ENUM, Kind.FOREIGN_KEY)
                .doesNotContain(Kind.VIEW, Kind.FUNCTION, Kind.TRIGGER, Kind.DOMAIN);
    }
}
