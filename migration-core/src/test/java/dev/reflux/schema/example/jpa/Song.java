package dev.reflux.schema.example.jpa;

import jakarta.persistence.Entity;

/** Shares the table of its superclass. */
@Entity
public class Song extends Work {

    Integer beatsPerMinute;
}
