package dev.reflux.spring.example;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

@Table("guests")
public record Guest(@Id @Nullable Long id, String name) {}
