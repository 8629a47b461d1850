package dev.makegood.cli.demo;

import dev.makegood.pipelines.FakeStatusCallbacks;
import dev.makegood.pipelines.prefect.FakePrefect;
import dev.makegood.pipelines.prefect.FakePrefectSignature;
import dev.makegood.pipelines.superduperai.FakeSuperDuperAi;
import dev.makegood.stripe.fake.FakeStripe;
import dev.makegood.yookassa.fake.FakeYooKassa;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Starts the stand-ins, on free ports of this machine. */
final class DemoWiring {

    private static final Duration RUN_DURATION = Duration.ofMillis(400);
    private static final Duration RUN_STEP = Duration.ofMillis(200);
    private static final Duration SETTLEMENT_DELAY = Duration.ofSeconds(10);
    private static final Duration TICK = Duration.ofMillis(50);
    private static final String YOOKASSA_SHOP_ID = "100500";

    private DemoWiring() {}

    static FakeServices startFakes() {
        var settings = new HashMap<String, String>();
        var superDuperAi = superDuperAi(settings);
        var prefect = prefect(settings);
        var stripe = stripe(settings);
        var yooKassa = yooKassa(settings);
        var shop = DemoShop.open();
        settings.put("FRONTEND_URL", shop.address().toString());
        return new FakeServices(superDuperAi, prefect, stripe, yooKassa, shop,
                List.of(superDuperAi.tickEvery(TICK), prefect.tickEvery(TICK),
                        stripe.tickEvery(TICK),
                        yooKassa.tickEvery(TICK)),
                Map.copyOf(settings));
    }

    private static FakeSuperDuperAi superDuperAi(Map<String, String> settings) {
        var token = "demo-" + UUID.randomUUID();
        var superDuperAi = new FakeSuperDuperAi(InstantSource.system(), token).pacing(RUN_DURATION);
        settings.put("SUPERDUPERAI_URL", superDuperAi.baseUrl().toString());
        settings.put("SUPERDUPERAI_TOKEN", token);
        return superDuperAi;
    }

    private static FakePrefect prefect(Map<String, String> settings) {
        var key = "demo-" + UUID.randomUUID();
        var prefect = new FakePrefect(InstantSource.system()).pacing(RUN_STEP).requireBearer(key);
        settings.put("PREFECT_API_URL", prefect.baseUrl().toString());
        settings.put("PREFECT_API_KEY", key);
        settings.put("PREFECT_DEPLOYMENT",
                prefect.deploy("story-editor", "project-video",
                        FakePrefectSignature.requiring("project_id", "prompt")
                                .accepting("quality", "hostname", "template")));
        return prefect;
    }

    private static FakeStripe stripe(Map<String, String> settings) {
        var key = "sk_test_" + UUID.randomUUID();
        var secret = "whsec_" + UUID.randomUUID();
        var stripe =
                new FakeStripe(InstantSource.system(), key, secret).settleAfter(SETTLEMENT_DELAY);
        settings.put("STRIPE_URL", stripe.baseUrl().toString());
        settings.put("STRIPE_SECRET_KEY", key);
        settings.put("STRIPE_WEBHOOK_SECRET", secret);
        return stripe;
    }

    private static FakeYooKassa yooKassa(Map<String, String> settings) {
        var key = "test_" + UUID.randomUUID();
        var yooKassa = new FakeYooKassa(InstantSource.system(), YOOKASSA_SHOP_ID, key);
        var unused = yooKassa.webhooks().sendFrom("127.0.0.1");
        settings.put("YOOKASSA_URL", yooKassa.baseUrl().toString());
        settings.put("YOOKASSA_SHOP_ID", YOOKASSA_SHOP_ID);
        settings.put("YOOKASSA_SECRET_KEY", key);
        settings.put("YOOKASSA_NOTICE_SOURCES", "127.0.0.1");
        return yooKassa;
    }

    /** The code of a flow, which knows one address only: ours, with its key in the path. */
    static FakeStatusCallbacks statusCallsTo(URI api, String pipelineKey) {
        return FakeStatusCallbacks.fromTheFlow(URI.create(api + "/k/" + pipelineKey));
    }
}
