package example;

import dev.makegood.persistence.JooqStore;
import dev.makegood.persistence.migration.Migrations;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class PrintShopApplication {

    public static void main(String[] args) {
        SpringApplication.run(PrintShopApplication.class, args);
    }

    // snippet: host-spring-store
    /** With transactions of its own: for what is beside the host's, and for the background. */
    @Bean
    JooqStore makegoodStore(DataSource dataSource) {
        Migrations.on(dataSource).run();
        return JooqStore.on(dataSource);
    }
    // end
}
