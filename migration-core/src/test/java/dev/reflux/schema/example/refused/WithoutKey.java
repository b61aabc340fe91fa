package dev.reflux.schema.example.refused;

import jakarta.persistence.Entity;

/** Has no identifier. */
@Entity
public class WithoutKey {

    String name;
}
