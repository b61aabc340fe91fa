package dev.reflux.spring.example;

import org.springframework.data.repository.reactive.ReactiveCrudRepository;

public interface GuestRepository extends ReactiveCrudRepository<Guest, Long> {}
