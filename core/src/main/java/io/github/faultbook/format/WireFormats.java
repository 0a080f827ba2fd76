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

package io.github.faultbook.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.FaultbookConfigurationException;
import io.github.faultbook.FaultbookConfigurationException.Finding;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compiles templates to formats. The presets are templates, too, stored as resources
 * beside this class.
 */
public final class WireFormats {

	private static final List<String> PRESETS = List.of("status-message", "status-message-nested", "details-map",
			"details-array", "nested-code", "nested-type", "problem-details");

	private final JsonMapper mapper;

	private final @Nullable String docs;

	/**
	 * Create a compiler.
	 * @param mapper the mapper that serializes the values of facts and attributes
	 * @param docs the base address of the documentation of the codes, to which a code is
	 * appended, or {@code null} if there is none
	 */
	public WireFormats(JsonMapper mapper, @Nullable String docs) {
		this.mapper = mapper;
		this.docs = (docs == null || docs.endsWith("/")) ? docs : docs + "/";
	}

	/**
	 * Return the names of the presets, which need no declaration.
	 * @return the names
	 */
	public static List<String> presets() {
		return PRESETS;
	}

	/**
	 * Return the template of a preset.
	 * @param name the name of the preset
	 * @return the template as JSON
	 * @throws IllegalArgumentException if there is no such preset
	 */
	public static String template(String name) {
		try (InputStream resource = PRESETS.contains(name) ? WireFormats.class.getResourceAsStream(name + ".json")
				: null) {
			if (resource == null) {
				throw new IllegalArgumentException("'" + name + "' is not one of the presets " + PRESETS);
			}
			return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Compile a preset.
	 * @param name the name of the preset
	 * @return the format
	 * @throws IllegalArgumentException if there is no such preset
	 */
	public WireFormat preset(String name) {
		return compile(name, template(name));
	}

	/**
	 * Compile a template.
	 * @param name the name of the format
	 * @param template the template as JSON
	 * @return the format
	 * @throws FaultbookConfigurationException if the template is not valid; it lists all
	 * findings
	 */
	public WireFormat compile(String name, String template) {
		List<Finding> findings = new ArrayList<>();
		WireFormat format = compile(name, template, findings);
		if (format == null) {
			throw new FaultbookConfigurationException(findings);
		}
		return format;
	}

	/**
	 * Compile a template and report problems rather than throw an exception.
	 * @param name the name of the format
	 * @param template the template as JSON
	 * @param findings the list to add findings to
	 * @return the format, or {@code null} if the template is not valid
	 */
	public @Nullable WireFormat compile(String name, String template, List<Finding> findings) {
		TemplateProblems problems = new TemplateProblems(name);
		WireFormat format = new TemplateParser(name, problems).parse(template, this.mapper, this.docs);
		List<Finding> found = problems.findings();
		findings.addAll(found);
		return found.isEmpty() ? format : null;
	}

	/**
	 * Return a format that writes problem details as XML (RFC 9457, appendix B).
	 * @param problems the format that writes the same problem details as JSON
	 * @return the format, with the media type {@code application/problem+xml}
	 */
	public static WireFormat problemXml(WireFormat problems) {
		return new ProblemXmlFormat(problems);
	}

	/**
	 * Check a format against the catalog whose errors it is going to write: a template
	 * may only name codes of the catalog. Presets and formats written in Java always
	 * pass.
	 * @param format the format
	 * @param catalog the catalog
	 * @param findings the list to add findings to
	 */
	public static void check(WireFormat format, ErrorCatalog catalog, List<Finding> findings) {
		if (format instanceof TemplateFormat template && !PRESETS.contains(format.name())) {
			Set<String> codes = new LinkedHashSet<>();
			catalog.entries().forEach((entry) -> codes.add(entry.code()));
			IntStream.range(400, 600).forEach((status) -> codes.add(catalog.forStatus(status).code()));
			template.check(codes, findings);
		}
	}

}
