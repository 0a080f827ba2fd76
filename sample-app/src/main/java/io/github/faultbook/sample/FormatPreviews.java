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

package io.github.faultbook.sample;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.format.ErrorExample;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorReply;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Shows what a template makes of the errors of the catalog, or what is wrong with it.
 */
@Component
class FormatPreviews {

	private final ErrorCatalog catalog;

	private final ErrorPipeline pipeline;

	private final WireFormats formats;

	FormatPreviews(ErrorCatalog catalog, ErrorPipeline pipeline, JsonMapper mapper) {
		this.catalog = catalog;
		this.pipeline = pipeline;
		this.formats = new WireFormats(mapper, "/errors");
	}

	Map<String, String> templates() {
		Map<String, String> templates = new LinkedHashMap<>();
		WireFormats.presets().forEach((preset) -> templates.put(preset, WireFormats.template(preset)));
		return templates;
	}

	Preview preview(String template, Locale locale) {
		List<Finding> findings = new ArrayList<>();
		WireFormat format = this.formats.compile("yours", template, findings);
		if (format != null) {
			WireFormats.check(format, this.catalog, findings);
		}
		if (format == null || !findings.isEmpty()) {
			return new Preview(findings, List.of());
		}
		ErrorRequest request = ErrorExample.request("GET", "/example", locale);
		return new Preview(List.of(),
				this.catalog.entries()
					.stream()
					.filter((entry) -> !entry.definition().internal())
					.map((entry) -> body(entry, request, format))
					.toList());
	}

	private Body body(ErrorCode entry, ErrorRequest request, WireFormat format) {
		ErrorReply reply = this.pipeline.attempt(ErrorExample.of(entry, format), request, format).reply();
		return new Body(entry.code(), reply.status(), new String(reply.body(), StandardCharsets.UTF_8));
	}

	/**
	 * The result of compiling a template.
	 *
	 * @param findings what is wrong with the template
	 * @param bodies the errors of the catalog, unless something is wrong
	 */
	record Preview(List<Finding> findings, List<Body> bodies) {

	}

	/**
	 * An error in the format.
	 *
	 * @param code the code of the entry
	 * @param status the status of the response
	 * @param body the body of the response
	 */
	record Body(String code, int status, String body) {

	}

}
