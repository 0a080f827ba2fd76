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
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.Retry;
import io.github.faultbook.autoconfigure.BillingError;
import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.PlainRequest;
import io.github.faultbook.format.WireFormat;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EnvironmentErrors} and {@link ClassNames}: every property can be set
 * by an environment variable.
 */
class EnvironmentVariableTests {

	private final Map<String, Object> variables = new LinkedHashMap<>(Map.of("FAULTBOOK_STRICT", "true"));

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withInitializer((context) -> context.getEnvironment()
			.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
					new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
							this.variables)))
		.withConfiguration(AutoConfigurations.of(FaultbookAutoConfiguration.class));

	@Test
	void variablesMapExceptionsOfTheJdkAndOfTheClasspath() {
		this.variables.put("FAULTBOOK_MAPPINGS_JAVA_LANG_ILLEGALSTATEEXCEPTION", "conflict");
		this.variables.put("FAULTBOOK_MAPPINGS_JAVA_NIO_FILE_ACCESSDENIEDEXCEPTION", "permission_denied");
		this.variables.put(
				"FAULTBOOK_MAPPINGS_IO_GITHUB_FAULTBOOK_AUTOCONFIGURE_SETTINGS_ENVIRONMENTVARIABLETESTS_SHOPEXCEPTION",
				"resource_gone");
		withSetup((setup) -> assertThat(
				List.of(new IllegalStateException(), new AccessDeniedException("a"), new ShopException()))
			.extracting((exception) -> setup.mappings().resolve(exception, new PlainRequest()))
			.extracting(ApiError::code)
			.containsExactly("conflict", "permission_denied", "resource_gone"));
	}

	@Test
	void variableComesBeforeAFile() {
		this.variables.put("FAULTBOOK_MAPPINGS_JAVA_LANG_ILLEGALSTATEEXCEPTION", "conflict");
		this.runner
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addLast(new MapPropertySource("file",
						Map.of("faultbook.mappings.java.lang.IllegalStateException", "resource_gone"))))
			.run((context) -> assertThat(context.getBean(FaultbookSetup.class)
				.mappings()
				.resolve(new IllegalStateException(), new PlainRequest())
				.code()).isEqualTo("conflict"));
	}

	@Test
	void variablesDeclareAndChangeEntries() {
		this.variables.put("FAULTBOOK_CODES", BillingError.class.getName());
		this.variables.put("FAULTBOOK_ERRORS_WIDGET_NOT_FOUND_STATUS", "404");
		this.variables.put("FAULTBOOK_ERRORS_WIDGET_NOT_FOUND_MESSAGE", "No widget {widget_id}.");
		this.variables.put("FAULTBOOK_ERRORS_WIDGET_NOT_FOUND_PARAMETERS_0_NAME", "widget_id");
		this.variables.put("FAULTBOOK_ERRORS_WIDGET_NOT_FOUND_RETRY", "always");
		this.variables.put("FAULTBOOK_ERRORS_WIDGET_NOT_FOUND_RETRY_DELAY", "3s");
		this.variables.put("FAULTBOOK_ERRORS_BALANCE_TOO_LOW_MESSAGE", "Too low.");
		this.variables.put("FAULTBOOK_ERRORS_RESOURCE_NOT_FOUND_DEPRECATED_SINCE", "1.2");
		this.variables.put("FAULTBOOK_ERRORS_CONFLICT_MESSAGE", "Taken.");
		withSetup((setup) -> {
			ErrorCatalog catalog = setup.catalog();
			ErrorDefinition widget = catalog.get("widget_not_found").definition();
			assertThat(widget.status()).isEqualTo(404);
			assertThat(widget.message()).isEqualTo("No widget {widget_id}.");
			assertThat(widget.retry()).isEqualTo(Retry.ALWAYS);
			assertThat(widget.retryDelay()).isEqualTo(Duration.ofSeconds(3));
			assertThat(catalog.get("balance_too_low").definition().message()).isEqualTo("Too low.");
			assertThat(catalog.get("resource_not_found").definition().deprecation().since()).isEqualTo("1.2");
			assertThat(catalog.get("conflict").definition().message()).isEqualTo("Taken.");
		});
	}

	@Test
	void variableChangesOneMemberOfAnEntryOfAFile() {
		this.variables.put("FAULTBOOK_ERRORS_SHOP_SOLD_OUT_MESSAGE", "From a variable.");
		this.runner
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addLast(new MapPropertySource("file",
						Map.of("faultbook.errors[shop.SOLD-OUT].status", "410",
								"faultbook.errors[shop.SOLD-OUT].message", "From a file."))))
			.run((context) -> {
				ErrorDefinition definition = context.getBean(ErrorCatalog.class).get("shop.SOLD-OUT").definition();
				assertThat(definition.status()).isEqualTo(410);
				assertThat(definition.message()).isEqualTo("From a variable.");
			});
	}

	@Test
	void variablesSetLevels() {
		this.variables.put("FAULTBOOK_LOG_LEVELS_404", "debug");
		this.variables.put("FAULTBOOK_LOG_LEVELS_RATE_LIMIT_EXCEEDED", "off");
		this.variables.put("FAULTBOOK_LOG_LEVELS_JAVA_IO_IOEXCEPTION", "warn");
		this.variables.put("FAULTBOOK_LOG_CLIENT_ERRORS", "trace");
		withSetup((setup) -> {
			assertThat(setup.logPolicy().byStatus()).isEqualTo(Map.of(404, LogLevel.DEBUG));
			assertThat(setup.logPolicy().byCode()).isEqualTo(Map.of("rate_limit_exceeded", LogLevel.OFF));
			assertThat(setup.logPolicy().byClass()).isEqualTo(Map.of(IOException.class, LogLevel.WARN));
		});
	}

	@Test
	void variablesDeclareAndChooseFormats() {
		this.variables.put("FAULTBOOK_FORMAT", "our-house");
		this.variables.put("FAULTBOOK_FORMATS_OUR_HOUSE", "{\"body\":{\"a\":\"{code}\"}}");
		this.variables.put("FAULTBOOK_FORMAT_RULES_0_PATH", "/v1/**");
		this.variables.put("FAULTBOOK_FORMAT_RULES_0_FORMAT", "details-map");
		withSetup((setup) -> assertThat(setup.formats().formats()).extracting(WireFormat::name)
			.containsExactly("our.house", "details-map"));
	}

	@Test
	void variablesNameConstraints() {
		this.variables.put("FAULTBOOK_VALIDATION_CODES_NOTBLANK", "missing");
		this.variables.put(
				"FAULTBOOK_VALIDATION_CODES_IO_GITHUB_FAULTBOOK_AUTOCONFIGURE_SETTINGS_ENVIRONMENTVARIABLETESTS_LINE_ARTICLENUMBER_SIZE",
				"bad_number");
		withSetup((setup) -> {
			assertThat(setup.fieldCodes().find("jakarta.validation.constraints.NotBlank")).isEqualTo("missing");
			assertThat(setup.fieldCodes().find(Line.class, "articleNumber", "jakarta.validation.constraints.Size"))
				.isEqualTo("bad_number");
		});
	}

	private void withSetup(Consumer<FaultbookSetup> check) {
		this.runner.run((context) -> {
			assertThat(context).hasNotFailed();
			check.accept(context.getBean(FaultbookSetup.class));
		});
	}

	record Line(String articleNumber) {

	}

	@SuppressWarnings("serial")
	static class ShopException extends RuntimeException {

	}

}
