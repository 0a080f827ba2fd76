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

package io.github.faultbook.autoconfigure.actuate;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.Retry;
import io.github.faultbook.autoconfigure.actuate.ThrownExceptions.Answers;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties;
import io.github.faultbook.format.WireFormats;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * {@link Endpoint @Endpoint} that shows how the application responds to failures: the
 * catalog with its internal entries, the formats, the mappings, the limits, and the
 * exceptions that were thrown since the start. Classes are only looked up by name among
 * the known ones and never loaded, so that a request can neither run code nor find out
 * which classes exist.
 */
@Endpoint(id = "faultbook")
class FaultbookEndpoint {

	private final ErrorCatalog catalog;

	private final FaultbookProperties properties;

	private final List<String> formats;

	private final ThrownExceptions thrown;

	/**
	 * Create an endpoint.
	 * @param catalog the catalog
	 * @param properties the configuration
	 * @param formats the names of the formats that are beans
	 * @param thrown the exceptions that were thrown
	 */
	FaultbookEndpoint(ErrorCatalog catalog, FaultbookProperties properties, List<String> formats,
			ThrownExceptions thrown) {
		this.catalog = catalog;
		this.properties = properties;
		this.formats = formats;
		this.thrown = thrown;
	}

	@ReadOperation
	FaultbookReport report() {
		FaultbookProperties.Limits limits = this.properties.getLimits();
		return new FaultbookReport(this.catalog.entries().stream().map(FaultbookEndpoint::describe).toList(), formats(),
				mappings(), new Limits(limits.getViolations(), limits.getText(), limits.getFact().toBytes()),
				this.thrown.all());
	}

	/**
	 * Show what is known about an exception.
	 * @param exceptionClass the name of its class
	 * @return its mapping and how it was handled, or {@code null} if it is not mapped and
	 * was not thrown, whether or not there is such a class
	 */
	@ReadOperation
	@Nullable ExceptionReport exception(@Selector String exceptionClass) {
		String code = mappings().get(exceptionClass);
		Answers answers = this.thrown.find(exceptionClass);
		return (code != null || answers != null)
				? new ExceptionReport(exceptionClass, (code != null) ? describe(this.catalog.get(code)) : null, answers)
				: null;
	}

	private Map<String, String> mappings() {
		Map<String, String> mappings = new TreeMap<>();
		this.properties.getMappings().forEach((type, code) -> mappings.put(type, this.catalog.get(code).code()));
		return mappings;
	}

	private Formats formats() {
		List<Rule> rules = this.properties.getFormatRules()
			.stream()
			.map((rule) -> new Rule(rule.getPath(), rule.getAccept(), rule.getHeader(), rule.getVersion(),
					rule.getFormat()))
			.toList();
		return new Formats(this.properties.getFormat(), this.properties.isProblemDetailsOnRequest(), rules, Stream
			.of(WireFormats.presets().stream(), this.formats.stream(), this.properties.getFormats().keySet().stream())
			.flatMap((names) -> names)
			.sorted()
			.toList());
	}

	private static ErrorDescriptor describe(ErrorCode entry) {
		ErrorDefinition definition = entry.definition();
		String declared = entry.declared().code();
		return new ErrorDescriptor(entry.code(), declared.equals(entry.code()) ? null : declared, definition.status(),
				definition.title(), definition.message(), definition.cause(), definition.solution(), definition.retry(),
				definition.retryDelay(),
				definition.parameters()
					.stream()
					.map((parameter) -> new Parameter(parameter.name(), parameter.typeName(), parameter.description()))
					.toList(),
				definition.since(), definition.deprecation(), definition.internal());
	}

	/**
	 * A report on the error handling of the application.
	 *
	 * @param errors the catalog as clients see it, and its internal entries
	 * @param formats the wire formats
	 * @param mappings codes by the class of the exception that stands for them
	 * @param limits the limits for the content of responses
	 * @param thrown how exceptions were handled since the start, by their classes
	 */
	record FaultbookReport(List<ErrorDescriptor> errors, Formats formats, Map<String, String> mappings, Limits limits,
			Map<String, Answers> thrown) implements OperationResponseBody {

	}

	/**
	 * A report on one exception class.
	 *
	 * @param exception the name of the class
	 * @param mapping the entry that it is mapped to, or {@code null} if no mapping names
	 * its class
	 * @param thrown how the exception was handled, or {@code null} if it was not thrown
	 */
	record ExceptionReport(String exception, @Nullable ErrorDescriptor mapping,
			@Nullable Answers thrown) implements OperationResponseBody {

	}

	record ErrorDescriptor(String code, @Nullable String declaredCode, int status, @Nullable String title,
			String message, String cause, String solution, Retry retry, @Nullable Duration retryDelay,
			List<Parameter> parameters, @Nullable String since, ErrorDefinition.@Nullable Deprecation deprecated,
			boolean internal) {

	}

	record Parameter(String name, String type, String description) {

	}

	record Formats(@JsonProperty("default") String standard, boolean problemDetailsOnRequest, List<Rule> rules,
			List<String> available) {

	}

	record Rule(@Nullable String path, @Nullable String accept, @Nullable String header, @Nullable String version,
			@Nullable String format) {

	}

	record Limits(int violations, int text, long fact) {

	}

}
