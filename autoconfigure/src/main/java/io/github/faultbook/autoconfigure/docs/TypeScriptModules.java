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

package io.github.faultbook.autoconfigure.docs;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;
import io.github.faultbook.documentation.DocumentationEdition;
import io.github.faultbook.documentation.DocumentationTypeScript;
import io.github.faultbook.documentation.ErrorDocumentation;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.pipeline.ErrorTexts;

import org.springframework.http.HttpStatus;

/**
 * The modules of TypeScript with the types of the errors, one for each format.
 *
 * @param documentation the documentation to serve
 * @param texts the messages for invalid parameters
 * @param kept the modules that have been written
 */
record TypeScriptModules(ErrorDocumentation documentation, ErrorTexts texts, PageCache kept) {

	private static final String FORMAT = "format";

	/**
	 * Return the module for a format.
	 * @param request the request, which can name another format than the default
	 * @return the module
	 * @throws ApiException if the request names a format that does not exist
	 */
	PageResponse respond(PageRequest request) {
		DocumentationEdition edition = this.documentation.in(request.language());
		WireFormat format = format(request, edition.language());
		PageCache.Key key = new PageCache.Key("TypeScript: " + format.name(), edition.language(), false, "");
		return PageResponse.of(HttpStatus.OK, this.kept.get(key,
				() -> PageContent.of("text/plain;charset=UTF-8", new DocumentationTypeScript(edition, format).write())),
				edition);
	}

	private WireFormat format(PageRequest request, Locale language) {
		List<WireFormat> formats = this.documentation.formats();
		String name = request.parameters().apply(FORMAT);
		return (name != null)
				? formats.stream()
					.filter((format) -> format.name().equals(name))
					.findFirst()
					.orElseThrow(() -> unknown(formats.stream().map(WireFormat::name).toList(), language))
				: formats.get(0);
	}

	private ApiException unknown(List<String> names, Locale language) {
		String message = this.texts.violation("choice.of", Map.of("allowed", String.join(", ", names)), language);
		return new ApiException(CommonError.INVALID_REQUEST)
			.violation(Violation.of(In.QUERY, FORMAT, "invalid_choice", message).with("allowed", names));
	}

}
