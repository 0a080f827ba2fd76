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

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The names that other libraries have for the placeholders of this one, for hints.
 */
final class Synonyms {

	private static final Map<String, String> PLACEHOLDERS = new HashMap<>();

	static {
		add("status", "statuscode", "httpstatus", "httpcode", "responsecode");
		add("reason", "statustext", "reasonphrase", "httpmessage");
		add("code", "errorcode", "key", "errortype", "name");
		add("message", "detail", "details", "description", "error", "errormessage", "msg", "text");
		add("title", "summary", "label");
		add("type", "problemtype");
		add("docs", "help", "helpurl", "link", "moreinfo", "infourl", "documentationurl", "docsurl");
		add("retry-after", "retryafter", "delay", "wait");
		add("method", "verb", "httpmethod");
		add("path", "instance", "uri", "url", "requesturi", "endpoint");
		add("locale", "language", "lang");
		add("reference", "requestid", "traceid", "correlationid", "errorid", "id", "uuid", "incident", "logref");
		add("timestamp", "time", "date", "datetime", "now");
		add("facts", "args", "arguments", "params", "parameters", "data", "metadata", "properties", "extensions",
				"context");
		add("violations", "errors", "fielderrors", "invalidparams", "issues");
		add("violation.path", "field", "property", "pointer", "parameter", "loc", "location", "violation.field",
				"violation.property", "violation.name");
		add("violation.object", "objectname", "violation.objectname");
		add("violation.attributes", "constraints", "violation.args", "violation.params", "violation.parameters",
				"violation.arguments", "violation.facts");
		add("segment", "segment.value", "violation.segment", "path.segment");
		add("segment.position", "index", "segment.index", "position");
	}

	private Synonyms() {
	}

	private static void add(String placeholder, String... names) {
		List.of(names).forEach((name) -> PLACEHOLDERS.put(name, placeholder));
	}

	/**
	 * Return the placeholder that is meant by a name.
	 * @param name the name
	 * @return the name of the placeholder, or {@code null} if it is not known
	 */
	static @Nullable String placeholder(String name) {
		return PLACEHOLDERS.get(name.toLowerCase(Locale.ROOT).replaceAll("[_-]", ""));
	}

}
