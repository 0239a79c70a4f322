package dev.broadcasttck.conformance.adapter;

import dev.broadcasttck.conformance.driver.Ability;
import dev.broadcasttck.conformance.driver.DriverProfile;
import dev.broadcasttck.conformance.driver.Setting;
import dev.broadcasttck.conformance.driver.Timers;
import dev.broadcasttck.spec.protocol.Encoding;
import dev.broadcasttck.spec.protocol.ProtocolVersion;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * How an adapter introduces itself: the result of {@code initialize}. What it leaves out is taken
 * not to be there.
 *
 * @param node the result
 */
record Introduction(JsonNode node) {
  DriverProfile profile() {
    return new DriverProfile(
        text("/sdk/name"),
        text("/sdk/version"),
        ProtocolVersion.named(text("/vsn")).orElseThrow(() -> unclear("/vsn")),
        encodings(),
        abilities(),
        settable(),
        new Timers(timer("timeoutMs"), timer("heartbeatMs"), timer("reconnectMs")));
  }

  private String text(String pointer) {
    return node.at(pointer)
        .stringValueOpt()
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> unclear(pointer));
  }

  private AdapterBroken unclear(String pointer) {
    return new AdapterBroken(
        "its answer to 'initialize' has no right %s: %s"
            .formatted(pointer.substring(1).replace('/', '.'), node));
  }

  private Set<Encoding> encodings() {
    Set<String> words = words("encodings");
    Set<Encoding> encodings = EnumSet.noneOf(Encoding.class);
    Arrays.stream(Encoding.values())
        .filter(encoding -> words.contains(encoding.name().toLowerCase(java.util.Locale.ROOT)))
        .forEach(encodings::add);
    return encodings.isEmpty() ? EnumSet.of(Encoding.TEXT) : encodings;
  }

  private Set<Ability> abilities() {
    Set<Ability> abilities = new TreeSet<>();
    abilities.add(
        node.path("eventMatch").asString("").equals("exact")
            ? Ability.EVENT_MATCH_EXACT
            : Ability.EVENT_MATCH_ANY_CASE);
    abilities.add(
        node.path("sendBeforeJoined").asString("").equals("refuses")
            ? Ability.REFUSES_BEFORE_JOIN
            : Ability.REST_BEFORE_JOIN);
    addIf(node.path("wildcard").asBoolean(false), Ability.EVENT_WILDCARD, abilities);
    addIf(node.path("acknowledgements").asBoolean(false), Ability.ACK_OBSERVABLE, abilities);
    addIf(node.path("privateChannels").asBoolean(true), Ability.PRIVATE_CHANNELS, abilities);
    addIf(node.path("secondChannel").asBoolean(true), Ability.SECOND_CHANNEL, abilities);
    Set<String> methods = words("methods");
    addIf(methods.contains("httpSend"), Ability.HTTP_SEND, abilities);
    addIf(methods.contains("setAuth"), Ability.SET_AUTH, abilities);
    addIf(methods.contains("open"), Ability.EXPLICIT_OPEN, abilities);
    addIf(methods.contains("callbackToken"), Ability.TOKEN_CALLBACK, abilities);
    addIf(methods.contains("tokenFunction"), Ability.TOKEN_FUNCTION, abilities);
    return abilities;
  }

  private static void addIf(boolean is, Ability ability, Set<Ability> abilities) {
    if (is) {
      abilities.add(ability);
    }
  }

  private Set<Setting> settable() {
    return words("settable").stream()
        .flatMap(word -> Setting.named(word).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Optional<Duration> timer(String name) {
    JsonNode millis = node.path("timers").path(name);
    return millis.isNumber()
        ? Optional.of(Duration.ofMillis(millis.longValue()))
        : Optional.empty();
  }

  private Set<String> words(String member) {
    Set<String> words = new LinkedHashSet<>();
    node.path(member).forEach(word -> words.add(word.asString("")));
    return words;
  }
}
