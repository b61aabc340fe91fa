package dev.reflux.sample;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** A booking service that is reactive from end to end. */
@SpringBootApplication
public class BookingApplication {

    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(BookingApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
