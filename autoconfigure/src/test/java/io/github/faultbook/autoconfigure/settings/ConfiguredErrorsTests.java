/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.autoconfigure.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ConfiguredError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.FaultbookConfigurationException;
import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.Retry;
import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConfiguredErrors} and {@link WrittenProperties}: catalog entries in
 * the configuration.
 */
class ConfiguredErrorsTests {

	private static final ErrorDefinition WAREHOUSE = new ErrorDefinition(409, "Closed", null,
			"Warehouse {warehouse} is closed.", "It is night.", "Wait.", Retry.ALWAYS, Duration.ofSeconds(30),
			List.of(new ErrorDefinition.Parameter("warehouse", String.class, "The name", null),
					new ErrorDefinition.Parameter("open_for", BigDecimal.class, "", new BigDecimal("100.00"))),
			Map.of(), "1.2", new ErrorDefinition.Deprecation("1.3", "resource_gone"), true);

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FaultbookAutoConfiguration.class));

	@ParameterizedTest
	@ValueSource(strings = { "warehouse_closed", "'[warehouse_closed]'" })
	void newEntryIsWhatTheConfigurationSays(String key) {
		withCatalog("""
				faultbook:
				  errors:
				    %s:
				      status: 409
				      title: Closed
				      message: Warehouse {warehouse} is closed.
				      cause: It is night.
				      solution: Wait.
				      retry: always
				      retry-delay: 30s
				      parameters:
				        - name: warehouse
				          description: The name
				        - name: open_for
				          type: number
				          example: "100.00"
				      since: 1.2
				      deprecated:
				        since: 1.3
				        replaced-by: resource_gone
				      internal: true
				""".formatted(key), (catalog) -> assertThat(catalog.get("warehouse_closed"))
			.isEqualTo(new ConfiguredError("faultbook.errors.warehouse_closed", "warehouse_closed", WAREHOUSE, null)));
	}

	@Test
	void newEntryMayHaveACodeOfAnyForm() {
		withCatalog("""
				faultbook:
				  errors:
				    "[shop.SOLD-OUT]": { status: 410, message: Sold out. }
				    night: { code: WAREHOUSE_CLOSED, status: 409, message: Closed. }
				""", (catalog) -> {
			assertThat(catalog.get("shop.SOLD-OUT").definition().message()).isEqualTo("Sold out.");
			assertThat(catalog.get("WAREHOUSE_CLOSED").definition().message()).isEqualTo("Closed.");
			assertThat(catalog.find("night")).isNull();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "authentication_required", "'[authentication_required]'" })
	void builtInEntryHasOtherTextsAndAnotherCode(String key) {
		withCatalog("""
				faultbook:
				  errors:
				    %s:
				      code: UNAUTHENTICATED
				      message: Log in first.
				""".formatted(key), (catalog) -> {
			ErrorDefinition definition = CommonError.AUTHENTICATION_REQUIRED.definition();
			assertThat(catalog.configured(CommonError.AUTHENTICATION_REQUIRED))
				.isEqualTo(new ConfiguredError("faultbook.errors.authentication_required", "UNAUTHENTICATED",
						new ErrorDefinition(401, null, null, "Log in first.", definition.cause(), definition.solution(),
								Retry.NEVER, null, List.of(), Map.of(), null, null, false),
						CommonError.AUTHENTICATION_REQUIRED));
		});
	}

	@Test
	void entryOfAnEnumHasOtherTextsAndAnotherStatus() {
		withCatalog("""
				faultbook:
				  codes: %s
				  errors:
				    slow_down:
				      status: 503
				      title: Too fast
				      message: Wait {seconds} seconds.
				      cause: Haste.
				      solution: Wait.
				      retry: never
				      parameters:
				        - name: seconds
				          type: integer
				        - name: limit
				          description: How many
				      since: 2
				      internal: true
				""".formatted(ShopError.class.getName()),
				(catalog) -> assertThat(catalog.configured(ShopError.SLOW_DOWN).definition())
					.isEqualTo(new ErrorDefinition(503, "Too fast", null, "Wait {seconds} seconds.", "Haste.", "Wait.",
							Retry.NEVER, null,
							List.of(new ErrorDefinition.Parameter("seconds", Long.class, "How long", null),
									new ErrorDefinition.Parameter("limit", Integer.class, "How many", null)),
							Map.of(), "2", null, true)));
	}

	@Test
	void typeAndConstantFacts() {
		this.runner
			.withPropertyValues("faultbook.errors.conflict.type=/problems/conflict",
					"faultbook.errors.conflict.message=Call {support_phone}.",
					"faultbook.errors.conflict.facts.support_phone=0800", "faultbook.errors.conflict.facts.desk=A")
			.run((context) -> {
				ErrorDefinition definition = context.getBean(ErrorCatalog.class)
					.configured(CommonError.CONFLICT)
					.definition();
				assertThat(definition.type()).isEqualTo(URI.create("/problems/conflict"));
				assertThat(definition.facts()).isEqualTo(Map.of("support_phone", "0800", "desk", "A"));
			});
	}

	@Test
	void typeAndFactsAreWrong() {
		this.runner
			.withPropertyValues("faultbook.errors.conflict.type=a b", "faultbook.errors.resource_gone.type=",
					"faultbook.errors.resource_gone.facts.desk.name=A")
			.run((context) -> assertThat(findings(context)).containsExactlyInAnyOrder(
					new Finding("faultbook.errors.conflict.type", "'a b' is not a URI.",
							"Use an absolute URI such as https://api.example.com/problems/conflict, or a relative one "
									+ "such as /problems/conflict."),
					new Finding("faultbook.errors.resource_gone", "the problem type is empty.",
							"Use a URI, or leave it out."),
					new Finding("faultbook.errors.resource_gone.facts.desk", "the fact is more than a single value.",
							"Use a text, a number or a boolean, or set the fact where the error is created.")));
	}

	@Test
	void whatIsNotSaidStays() {
		withCatalog("""
				faultbook:
				  codes: %s
				  errors:
				    slow_down:
				      code: EASY
				""".formatted(ShopError.class.getName()),
				(catalog) -> assertThat(catalog.get("EASY").definition()).isEqualTo(ShopError.SLOW_DOWN.definition()));
	}

	@Test
	void mappingsAndLogLevelsNameEntriesByEitherCode() {
		run("""
				faultbook:
				  errors:
				    conflict: { code: shop.CLASH }
				    warehouse_closed: { status: 409, message: Closed. }
				  mappings:
				    java.io.IOException: conflict
				    java.lang.IllegalStateException: shop.CLASH
				    java.lang.IllegalArgumentException: warehouse_closed
				  log:
				    levels:
				      conflict: debug
				      warehouse_closed: trace
				""", (context) -> {
			FaultbookSetup setup = context.getBean(FaultbookSetup.class);
			assertThat(setup.logPolicy().byCode())
				.isEqualTo(Map.of("shop.CLASH", LogLevel.DEBUG, "warehouse_closed", LogLevel.TRACE));
			assertThat(List.of(new IOException(), new IllegalStateException(), new IllegalArgumentException()))
				.extracting((exception) -> setup.mappings().resolve(exception, null))
				.extracting(ApiError::code)
				.containsExactly("shop.CLASH", "shop.CLASH", "warehouse_closed");
		});
		run("""
				faultbook:
				  errors:
				    conflict: { code: shop.CLASH }
				  log:
				    levels:
				      "[shop.CLASH]": debug
				""", (context) -> assertThat(context.getBean(FaultbookSetup.class).logPolicy().byCode())
			.isEqualTo(Map.of("shop.CLASH", LogLevel.DEBUG)));
	}

	@Test
	void everythingThatIsWrongIsFound() {
		run("""
				faultbook:
				  codes: %s
				  errors:
				    authentication_requird: { message: Log in first. }
				    night: { status: 302, message: "Closed {by}.", code: "a b" }
				    late: { status: 409 }
				    conflict: { status: 410, message: "No {thing}." }
				    validation_error: { status: 422 }
				    not_acceptable: { code: invalid_request, deprecated: { replaced-by: nothing } }
				    slow_down:
				      retry-delay: -1s
				      parameters:
				        - name: second
				    resource_gone: { message: " ", parameters: [ { name: id } ] }
				    unnamed: { status: 404, message: No., parameters: [ { type: string } ] }
				    sampled: { status: 404, message: No., parameters: [ { name: id, type: integer, example: x } ] }
				""".formatted(ShopError.class.getName()), (context) -> assertThat(findings(context))
			.containsExactlyInAnyOrder(new Finding("faultbook.errors.authentication_requird",
					"there is no entry 'authentication_requird' to change, and a new one needs a status and a message.",
					"Did you mean 'authentication_required'? If not, give it a status and a message. If an enum is missing, "
							+ "name its package in @ErrorCodeScan or faultbook.codes."),
					new Finding("faultbook.errors.late",
							"there is no entry 'late' to change, and a new one needs a status and a message.",
							"Give it a status and a message. If an enum is missing, "
									+ "name its package in @ErrorCodeScan or faultbook.codes."),
					new Finding("faultbook.errors.night", "the code 'a b' is not valid.",
							"Use letters, digits, dots, hyphens and underscores."),
					new Finding("faultbook.errors.night", "the status 302 is not one of an error.",
							"Use a status from 400 to 599."),
					new Finding("faultbook.errors.night", "the message uses {by}, which is not a declared parameter.",
							"Declare it under 'parameters' or 'facts', or correct the name."),
					new Finding("faultbook.errors.conflict.status", "a built-in entry keeps its status, here 409.",
							"Add an entry of your own, and throw it or map exceptions to it."),
					new Finding("faultbook.errors.conflict",
							"the message uses {thing}, which is not a declared parameter.",
							"Declare it under 'parameters' or 'facts', or correct the name."),
					new Finding("faultbook.errors.validation_error.status",
							"a built-in entry keeps its status, here 400.", "Use faultbook.validation.status."),
					new Finding("faultbook.errors.not_acceptable",
							"the code 'invalid_request' is taken by io.github.faultbook.CommonError.INVALID_REQUEST.",
							"Give one of them another code: clients tell errors apart by it."),
					new Finding("faultbook.errors.not_acceptable.deprecated", "it does not say since when.",
							"Add 'since' with a version of the API."),
					new Finding("faultbook.errors.slow_down", "the retry delay PT-1S is negative.",
							"Use a delay of 0 or more."),
					new Finding("faultbook.errors.slow_down.parameters[0]",
							"the entry has no parameter 'second', so that nobody puts in a value.",
							"Use one of [seconds, limit]."),
					new Finding("faultbook.errors.resource_gone", "the message is empty.",
							"Say what went wrong, for clients."),
					new Finding("faultbook.errors.resource_gone.parameters[0]",
							"the entry has no parameter 'id', so that nobody puts in a value.", "Remove it."),
					new Finding("faultbook.errors.unnamed.parameters[0]", "the parameter has no name.",
							"Give it the name by which the message uses it."),
					new Finding("faultbook.errors.sampled.parameters[0].example",
							"'x' is not a value of the type integer.", "Use a value such as 1.")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "retry: sometimes", "status: many", "retry-delay: soon",
			"parameters: [ { name: id, type: money } ]" })
	void valueThatCannotBeReadStopsTheStart(String member) {
		run("""
				faultbook:
				  errors:
				    conflict:
				      %s
				""".formatted(member), (context) -> assertThat(context.getStartupFailure())
			.hasStackTraceContaining("faultbook.errors.conflict." + member.split("\\W")[0]));
	}

	private void withCatalog(String yaml, Consumer<ErrorCatalog> check) {
		run(yaml, (context) -> check.accept(context.getBean(ErrorCatalog.class)));
	}

	private void run(String yaml, Consumer<AssertableApplicationContext> check) {
		this.runner.withInitializer((context) -> load(context, yaml)).run(check::accept);
	}

	private static void load(ConfigurableApplicationContext context, String yaml) {
		try {
			new YamlPropertySourceLoader().load("test", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
				.forEach(context.getEnvironment().getPropertySources()::addFirst);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<Finding> findings(AssertableApplicationContext context) {
		assertThat(context).hasFailed();
		assertThat(context.getStartupFailure()).rootCause().isInstanceOf(FaultbookConfigurationException.class);
		return ((FaultbookConfigurationException) NestedExceptionUtils.getRootCause(context.getStartupFailure()))
			.findings();
	}

	private enum ShopError implements ErrorCode {

		SLOW_DOWN;

		@Override
		public ErrorDefinition definition() {
			return ErrorDefinition.of(429, "Wait for {seconds}.")
				.retry(Retry.ALWAYS, Duration.ofSeconds(5))
				.parameter("seconds", String.class, "How long")
				.parameter("limit", Integer.class, "");
		}

	}

}
