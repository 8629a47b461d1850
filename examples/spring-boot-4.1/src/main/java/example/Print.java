package example;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** The host's own entity. */
@Entity
public class Print {

    @Id
    private UUID id;

    private int pages;

    protected Print() {}

    Print(UUID id, int pages) {
        this.id = id;
        this.pages = pages;
    }

    void printed(int pages) {
        this.pages = pages;
    }
}
