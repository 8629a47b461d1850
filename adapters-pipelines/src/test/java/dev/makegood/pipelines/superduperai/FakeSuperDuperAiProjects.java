package dev.makegood.pipelines.superduperai;

import static java.time.ZoneOffset.UTC;

import dev.makegood.pipelines.FakeScheduler;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The projects of the fake, each kept in the shape in which it is answered. */
final class FakeSuperDuperAiProjects {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> OPTIONAL =
            List.of("style_name", "music_id", "thumbnail_url");

    private final Map<String, ObjectNode> projects = new LinkedHashMap<>();
    private final FakeScheduler scheduler;
    private final FakeSuperDuperAiChannels channels;
    private Duration lag = Duration.ZERO;

    FakeSuperDuperAiProjects(FakeScheduler scheduler, FakeSuperDuperAiChannels channels) {
        this.scheduler = scheduler;
        this.channels = channels;
    }

    synchronized void delayList(Duration newLag) {
        lag = newLag;
    }

    synchronized String add(JsonNode request) {
        var id = UUID.randomUUID().toString();
        var project = JSON.createObjectNode()
                .put("id", id)
                .put("type", request.path("type").stringValue("film"))
                .put("template_name", request.path("template_name").stringValue("story"))
                .put("created_at", LocalDateTime.ofInstant(scheduler.now(), UTC).toString());
        project.set("config", request.path("config").deepCopy());
        OPTIONAL.forEach(name -> project.set(name, request.path(name)
                .asOptional()
                .filter(JsonNode::isString)
                .orElse(JSON.nullNode())));
        project.putNull("music").putNull("style").putArray("data");
        project.putArray("tasks");
        projects.put(id, project);
        return id;
    }

    synchronized Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(projects.get(id)).map(ObjectNode::deepCopy);
    }

    /** All projects the list knows of by now, the oldest first. */
    synchronized List<ObjectNode> listed() {
        var until = LocalDateTime.ofInstant(scheduler.now().minus(lag), UTC);
        return projects.values()
                .stream()
                .filter(project -> !createdAt(project).isAfter(until))
                .map(ObjectNode::deepCopy)
                .toList();
    }

    synchronized List<ObjectNode> all() {
        return projects.values().stream().map(ObjectNode::deepCopy).toList();
    }

    private static LocalDateTime createdAt(ObjectNode project) {
        return LocalDateTime.parse(project.path("created_at").stringValue());
    }

    synchronized void forget(String id) {
        projects.remove(id);
    }

    synchronized String addTask(String project, String type, String status) {
        var task = JSON.createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("type", type)
                .put("status", status)
                .putNull("file_id")
                .put("project_id", project);
        items(project, "tasks").ifPresent(tasks -> tasks.add(task));
        channels.sendMessage("project." + project, "task", task);
        return task.path("id").stringValue();
    }

    synchronized void setTask(String project, String task, String status) {
        for (var known : items(project, "tasks").map(ArrayNode::values).orElse(List.of())) {
            if (known instanceof ObjectNode node && task.equals(node.path("id").stringValue(""))) {
                node.put("status", status);
                channels.sendMessage("project." + project, "task", node);
            }
        }
    }

    synchronized void loseTasks(String project, String type) {
        items(project, "tasks").ifPresent(tasks -> {
            var kept = new ArrayList<>(tasks.values());
            kept.removeIf(task -> type.equals(task.path("type").stringValue("")));
            tasks.removeAll().addAll(kept);
        });
    }

    synchronized void addData(String project, String type, String value) {
        var made = JSON.createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("project_id", project)
                .put("type", type)
                .put("value", value);
        items(project, "data").ifPresent(data -> data.add(made));
        channels.sendMessage("project." + project, "data", made);
    }

    private Optional<ArrayNode> items(String project, String name) {
        return Optional.ofNullable(projects.get(project)).map(node -> (ArrayNode) node.path(name));
    }
}
