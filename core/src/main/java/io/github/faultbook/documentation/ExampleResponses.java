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

package io.github.faultbook.documentation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.documentation.DocumentationEntry.Example;
import io.github.faultbook.documentation.DocumentationEntry.Header;
import io.github.faultbook.documentation.DocumentationEntry.Sample;
import io.github.faultbook.format.ErrorExample;
import io.github.faultbook.format.ErrorReader;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorTrial;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Creates example responses with the pipeline of the application, and the code of clients
 * that receive them.
 */
final class ExampleResponses {

	private static final CodeSamples SAMPLES = new CodeSamples();

	private final List<WireFormat> formats;

	private final Supplier<ErrorPipeline> pipeline;

	private final String url;

	private final Locale language;

	/**
	 * Create an instance.
	 * @param formats the formats, the default first
	 * @param pipeline supplies the pipeline, for each example
	 * @param url the address of the API, or {@code null} if it is not known
	 * @param language the language of the texts
	 */
	ExampleResponses(List<WireFormat> formats, Supplier<ErrorPipeline> pipeline, @Nullable String url,
			Locale language) {
		this.formats = formats;
		this.pipeline = pipeline;
		this.url = Objects.requireNonNullElse(url, DocumentedApi.EXAMPLE_URL);
		this.language = language;
	}

	/**
	 * Return an example in each format.
	 * @param entry the entry
	 * @return the examples, the default format first
	 */
	List<Example> of(ErrorCode entry) {
		return this.formats.stream().map((format) -> example(format, attempt(entry, format))).toList();
	}

	/**
	 * Return sample code for clients that receive an error in the default format.
	 * @param entry the entry
	 * @param retry whether the samples send the request again
	 * @return samples in several languages
	 */
	List<Sample> samples(ErrorCode entry, boolean retry) {
		if (retry) {
			return SAMPLES.retry(this.url, entry.definition().status());
		}
		ErrorTrial trial = attempt(entry, this.formats.get(0));
		return SAMPLES.handle(this.url, trial.error().code(), trial.reply().status(), PrettyJson.parse(body(trial)));
	}

	/**
	 * Find out how an error would be answered.
	 * @param entry the entry
	 * @param format the format
	 * @return the answer
	 */
	ErrorTrial attempt(ErrorCode entry, WireFormat format) {
		return this.pipeline.get()
			.attempt(ErrorExample.of(entry, format), ErrorExample.request("GET", "/example", this.language), format);
	}

	/**
	 * Return the header in which answers have their reference.
	 * @return the name, which is the default one if the pipeline sends no such header
	 */
	String referenceHeader() {
		String reference = ErrorExample.request().reference();
		return attempt(CommonError.INTERNAL_SERVER_ERROR, this.formats.get(0)).reply()
			.headers()
			.entrySet()
			.stream()
			.filter((header) -> header.getValue().contains(reference))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(ErrorReader.REFERENCE_HEADER);
	}

	private static Example example(WireFormat format, ErrorTrial trial) {
		List<Header> headers = new ArrayList<>();
		trial.specificHeaders().forEach((name, values) -> headers.add(new Header(name, String.join(", ", values))));
		String body = body(trial);
		JsonNode json = PrettyJson.parse(body);
		String contentType = trial.reply().headers().get("Content-Type").get(0);
		return new Example(format.name(), trial.reply().status(), reason(trial), contentType, headers,
				(json != null) ? PrettyJson.write(json) : body);
	}

	private static String reason(ErrorTrial trial) {
		int status = trial.reply().status();
		return (status < 400) ? SuccessReasons.BY_STATUS.getOrDefault(status, "OK")
				: trial.error().toBuilder().status(status).build().reason();
	}

	private static String body(ErrorTrial trial) {
		return new String(trial.reply().body(), StandardCharsets.UTF_8);
	}

}
