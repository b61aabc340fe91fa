package dev.reflux.spring.example;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** Nothing but what Spring Boot configures. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class PlainApplication {}
