package dev.broadcasttck.mock.catalogue;

import dev.broadcasttck.mock.fault.Disturbance;
import dev.broadcasttck.mock.fault.Points;
import dev.broadcasttck.mock.fault.Rhythm;
import dev.broadcasttck.mock.http.Handshake;
import dev.broadcasttck.mock.http.Request;
import dev.broadcasttck.mock.message.Json;
import dev.broadcasttck.mock.project.Project;
import dev.broadcasttck.mock.project.ProjectSettings;
import dev.broadcasttck.mock.token.Flaw;
import dev.broadcasttck.mock.token.Token;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Sockets that do not open where they should, or open where they should not. */
final class ConnectFaults {
  private static final String VSN = "vsn";
  private static final Set<String> PARAMETERS = Set.of("apikey", VSN);

  private ConnectFaults() {}

  static void enter(Catalogue faults) {
    faults.enter("NO_SOCKET", "CONNECT-1 CONNECT-3", refusing(request -> true));
    versions(faults);
    requests(faults);
    keys(faults);
    projects(faults);
    company(faults);
  }

  private static void versions(Catalogue faults) {
    faults.enter(
        "NO_VERSION_IS_THE_SECOND",
        "CONNECT-2",
        asking(request -> request.parameter(VSN).isEmpty() ? vsn(request, "2.0.0") : request));
    faults.enter(
        "NO_VERSION_REFUSED", "CONNECT-2", refusing(request -> request.parameter(VSN).isEmpty()));
    faults.enter(
        "LAST_NUMBER_OF_A_VERSION_MATTERS",
        "CONNECT-5",
        refusing(request -> request.parameter(VSN).filter(it -> !it.endsWith(".0")).isPresent()));
    faults.enter(
        "ONLY_2_0_0_IS_THE_SECOND",
        "CONNECT-5",
        asking(request -> isOtherSecond(request) ? vsn(request, "1.0.0") : request));
    faults.enter(
        "UNKNOWN_VERSION_IS_THE_FIRST",
        "CONNECT-6",
        asking(
            request ->
                request.parameter(VSN).filter(it -> !it.matches("[12]\\.0\\.\\d+")).isPresent()
                    ? vsn(request, "1.0.0")
                    : request));
  }

  private static boolean isOtherSecond(Request request) {
    return request
        .parameter(VSN)
        .filter(vsn -> vsn.startsWith("2.") && !vsn.equals("2.0.0"))
        .isPresent();
  }

  private static Request vsn(Request request, String vsn) {
    return Serves.withParameter(request, VSN, vsn);
  }

  private static Disturbance asking(UnaryOperator<Request> instead) {
    return Points.reading(request -> Serves.isSocket(request) ? instead.apply(request) : request);
  }

  private static Disturbance refusing(Predicate<Request> which) {
    return Serves.refusal(accepted -> true, which);
  }

  private static void requests(Catalogue faults) {
    faults.enter(
        "UNKNOWN_PARAMETER_REFUSED",
        "CONNECT-22",
        refusing(request -> !PARAMETERS.containsAll(request.query().keySet())));
    faults.enter("ORIGIN_REFUSED", "CONNECT-23", refusing(request -> has(request, "origin")));
    faults.enter(
        "SUBPROTOCOL_REFUSED",
        "CONNECT-24",
        refusing(request -> has(request, "sec-websocket-protocol")));
  }

  private static boolean has(Request request, String header) {
    return request.header(header).isPresent();
  }

  private static void keys(Catalogue faults) {
    String refused = "CONNECT-8 CONNECT-9 CONNECT-10 CONNECT-11 CONNECT-12 CONNECT-13";
    faults.enter("KEY_REFUSED_WITH_403", refused, refusedWith(401, 403));
    faults.enter("MISSING_KEY_SAYS_400", "CONNECT-8", Serves.refusalStatus("API key", 400));
    faults.enter("MISSING_KEY_IS_ANYBODY", "CONNECT-8", ConnectFaults::anybody);
    flaw(faults, "NO_TOKEN_IS_TAKEN", Flaw.MALFORMED, "CONNECT-9 TOKEN-4 TOKEN-17 REST-20");
    flaw(faults, "EXPIRED_TOKEN_IS_TAKEN", Flaw.EXPIRED, "CONNECT-10 TOKEN-5 TOKEN-17 REST-20");
    flaw(faults, "FORGED_TOKEN_IS_TAKEN", Flaw.SIGNATURE, "CONNECT-11 TOKEN-6 TOKEN-17 REST-20");
    flaw(faults, "TOKEN_WITHOUT_ROLE_IS_TAKEN", Flaw.INCOMPLETE, "CONNECT-12 TOKEN-7 REST-20");
    flaw(faults, "UNSIGNED_TOKEN_IS_TAKEN", Flaw.ALGORITHM, "CONNECT-13");
    faults.enter(
        "SERVICE_KEY_REFUSED",
        "CONNECT-15",
        Serves.refusal(accepted -> accepted.key().role().equals("service_role"), request -> true));
  }

  private static Disturbance refusedWith(int right, int wrong) {
    return Points.opening(
        (request, handshake) ->
            handshake instanceof Handshake.Refused refused && refused.answer().status() == right
                ? new Handshake.Refused(
                    Serves.withStatus(refused.answer(), wrong), refused.isSlow())
                : handshake);
  }

  private static void flaw(Catalogue faults, String name, Flaw flaw, String violates) {
    faults.enter(
        name,
        violates,
        Points.examining(
            (text, token) ->
                token instanceof Token.Invalid invalid && invalid.flaw() == flaw
                    ? anonymous(text)
                    : token));
  }

  private static Token anonymous(String text) {
    return new Token.Valid(text, Json.object().put("role", "anon").put("exp", 4_102_444_800L));
  }

  /** Takes a request for a socket without a key for one with a key of its own. */
  private static Disturbance anybody() {
    return new Disturbance() {
      private static final String ANYBODY = "any.body.else";

      @Override
      public Request reading(Request request) {
        boolean isKeyless = request.parameter("apikey").isEmpty() && !has(request, "x-api-key");
        return isKeyless && Serves.isSocket(request)
            ? Serves.withParameter(request, "apikey", ANYBODY)
            : request;
      }

      @Override
      public Token examining(String text, Token token) {
        return text.equals(ANYBODY) ? anonymous(text) : token;
      }
    };
  }

  private static void projects(Catalogue faults) {
    faults.enter(
        "UNKNOWN_PROJECT_IS_THE_USUAL",
        "CONNECT-26 REST-39",
        new Disturbance() {
          @Override
          public Optional<Project> locating(Optional<Project> project, Project usual) {
            return project.or(() -> Optional.of(usual));
          }
        });
    faults.enter(
        "SUSPENDED_PROJECT_SERVES",
        "CONNECT-28 REST-40",
        Points.settling(
            right ->
                new ProjectSettings(
                    right.limits(),
                    right.policy(),
                    right.privateOnly(),
                    false,
                    right.presenceForAll(),
                    right.tables())));
  }

  private static void company(Catalogue faults) {
    faults.enter(
        "SECOND_SOCKET_OF_A_KEY_REFUSED",
        "CONNECT-25",
        () -> refusing(request -> true).on(Rhythm.oneIn(2, 0)));
    faults.enter("END_OF_ONE_SOCKET_SILENCES_OTHERS", "CONNECT-25 LEAVE-14", Silence::afterEnd);
    faults.enter("END_OF_A_MEMBER_SILENCES_OTHERS", "LEAVE-14", Silence::afterVanishing);
    faults.enter("WHO_LEAVES_TAKES_ALL_ALONG", "LEAVE-15", Silence::afterLeaving);
  }
}
