package dev.broadcasttck.mock.junit;

import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.script.Intervention;
import dev.broadcasttck.mock.server.BroadcastMock;
import dev.broadcasttck.mock.server.MockScript;
import dev.broadcasttck.mock.verify.Expectation;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A {@link BroadcastMock} that is there while tests run.
 *
 * <p>Registered in a static field, or with {@code @ExtendWith}, it starts before the first test of
 * the class and {@linkplain BroadcastMock#reset() begins again} after each; tests of one class must
 * not run at the same time then. Registered in a field that is not static it starts before each
 * test and ends after it. Either way a parameter of type {@code BroadcastMock} is the same mock.
 */
public final class BroadcastMockExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver {
  private final UnaryOperator<BroadcastMock.Builder> settings;
  private volatile @Nullable BroadcastMock running;

  /** The class or the test that the mock runs for; nested classes share that of the outer one. */
  private volatile @Nullable ExtensionContext owner;

  /** One as it is by default; called by JUnit for {@code @ExtendWith}. */
  public BroadcastMockExtension() {
    this(UnaryOperator.identity());
  }

  private BroadcastMockExtension(UnaryOperator<BroadcastMock.Builder> settings) {
    this.settings = settings;
  }

  public static BroadcastMockExtension create() {
    return new BroadcastMockExtension();
  }

  /** One with settings: {@code create(mock -> mock.payloadKilobytes(10))}. */
  public static BroadcastMockExtension create(UnaryOperator<BroadcastMock.Builder> settings) {
    return new BroadcastMockExtension(settings);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    start(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    start(context);
  }

  private void start(ExtensionContext context) {
    if (owner == null) {
      running = settings.apply(BroadcastMock.builder().scripted()).start();
      owner = context;
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (!end(context)) {
      mock().reset();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    end(context);
  }

  /** Whether the mock ran for that class or test, and has ended therefore. */
  private boolean end(ExtensionContext context) {
    if (!context.equals(owner)) {
      return false;
    }
    mock().close();
    running = null;
    owner = null;
    return true;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == BroadcastMock.class;
  }

  @Override
  public BroadcastMock resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return mock();
  }

  /**
   * The mock that runs.
   *
   * @throws IllegalStateException before the first test
   */
  public BroadcastMock mock() {
    BroadcastMock mock = running;
    if (mock == null) {
      throw new IllegalStateException(
          "the mock starts with the tests: register this extension with @RegisterExtension, and"
              + " ask it from a test or from @BeforeEach; from @BeforeAll where the field is static");
    }
    return mock;
  }

  /** What SDKs take as the project's URL. */
  public URI url() {
    return mock().url();
  }

  /** A key of the role {@code anon} that holds for ten years. */
  public String anonKey() {
    return mock().anonKey();
  }

  /** A token of a role; one whose lifetime is negative has expired already. */
  public String token(String role, Duration lifetime) {
    return mock().token(role, lifetime);
  }

  /** All that a test can have the mock do. */
  public MockScript script() {
    return mock().script();
  }

  /** Keeps broadcasts from now on: nobody gets them, and none is acknowledged. */
  public void holdAcks() {
    script().holdAcks();
  }

  /** Ends every open socket; with {@link MockScript#CUT} without a close frame. */
  public void dropConnection(int code) {
    script().dropConnection(code);
  }

  /** Obeys every push of such an event so much later from now on, by the mock's clock. */
  public void delay(String event, Duration duration) {
    script().delay(MockScript.pushes(event, Optional.empty()), duration);
  }

  /** Answers the next push of such an event with an error. */
  public void replyError(String event, String reason) {
    script()
        .intervene(
            MockScript.pushes(event, Optional.empty()),
            new Intervention.Refuse(Json.object().put("reason", reason)),
            1);
  }

  /** Moves the mock's clock; what falls due on the way is done on the way. */
  public void advance(Duration way) {
    mock().advance(way);
  }

  /**
   * Waits for what clients are expected to send.
   *
   * @throws AssertionError with all that came and went, where it did not come so often
   */
  public void verify(Expectation expected) {
    mock().verify(expected);
  }
}
