package dev.makegood.cli.demo;

import dev.makegood.pipelines.StatusCalls;
import dev.makegood.pipelines.prefect.FakePrefect;
import dev.makegood.pipelines.superduperai.FakeSuperDuperAi;
import dev.makegood.stripe.fake.FakeStripe;
import dev.makegood.yookassa.FakeYooKassa;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts the stand-ins up, on free ports of this machine. */
final class Wiring {

    private static final Duration A_FLOW = Duration.ofMillis(400);
    private static final Duration A_BEAT = Duration.ofMillis(200);
    private static final Duration A_BANK = Duration.ofSeconds(10);
    private static final Duration TICK = Duration.ofMillis(50);
    private static final String SHOP = "100500";

    private Wiring() {}

    static StandIns standIns() {
        var settings = new HashMap<String, String>();
        var films = films(settings);
        var flows = flows(settings);
        var stripe = stripe(settings);
        var yooKassa = yooKassa(settings);
        var shop = Shop.open();
        settings.put("FRONTEND_URL", shop.address().toString());
        return new StandIns(films, flows, stripe, yooKassa, shop,
                List.of(films.tickEvery(TICK), flows.tickEvery(TICK), stripe.tickEvery(TICK),
                        yooKassa.tickEvery(TICK)),
                Map.copyOf(settings));
    }

    private static FakeSuperDuperAi films(Map<String, String> settings) {
        var token = "demo-" + UUID.randomUUID();
        var films = new FakeSuperDuperAi(InstantSource.system(), token).pacing(A_FLOW);
        settings.put("SUPERDUPERAI_URL", films.address().toString());
        settings.put("SUPERDUPERAI_TOKEN", token);
        return films;
    }

    private static FakePrefect flows(Map<String, String> settings) {
        var key = "demo-" + UUID.randomUUID();
        var flows = new FakePrefect(InstantSource.system()).pacing(A_BEAT).lockedWithKey(key);
        settings.put("PREFECT_API_URL", flows.address().toString());
        settings.put("PREFECT_API_KEY", key);
        settings.put("PREFECT_DEPLOYMENT",
                flows.deploy("story-editor", "project-video", "project_id", "prompt"));
        return flows;
    }

    private static FakeStripe stripe(Map<String, String> settings) {
        var key = "sk_test_" + UUID.randomUUID();
        var secret = "whsec_" + UUID.randomUUID();
        var stripe = new FakeStripe(InstantSource.system(), key, secret).settlingAfter(A_BANK);
        settings.put("STRIPE_URL", stripe.address().toString());
        settings.put("STRIPE_SECRET_KEY", key);
        settings.put("STRIPE_WEBHOOK_SECRET", secret);
        return stripe;
    }

    private static FakeYooKassa yooKassa(Map<String, String> settings) {
        var key = "test_" + UUID.randomUUID();
        var yooKassa = new FakeYooKassa(InstantSource.system(),
                new dev.makegood.yookassa.Shop(SHOP, key));
        var unused = yooKassa.post().from("127.0.0.1");
        settings.put("YOOKASSA_URL", yooKassa.address().toString());
        settings.put("YOOKASSA_SHOP_ID", SHOP);
        settings.put("YOOKASSA_SECRET_KEY", key);
        settings.put("YOOKASSA_SOURCES", "127.0.0.1");
        return yooKassa;
    }

    /** The code of a flow, which only ever knows one address: ours, with its key in the path. */
    static StatusCalls flowReportingTo(URI api, String pipelineKey) {
        return StatusCalls.fromTheFlow(URI.create(api + "/k/" + pipelineKey));
    }
}
