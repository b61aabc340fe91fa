package dev.reflux.schema.example.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The root of a hierarchy in one table, in a schema of its own. */
@Entity
@Table(schema = "library")
public class Work {

    /** How a work is read. */
    enum Form {
        PRINT,
        SOUND
    }

    @Id
    Integer workNumber;

    @Enumerated(EnumType.STRING)
    Form form;
}
