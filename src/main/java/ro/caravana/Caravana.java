package ro.caravana;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application's entry point. */
@SpringBootApplication
public class Caravana {
    public static void main(String[] args) {
        SpringApplication.run(Caravana.class, args);
    }
}
