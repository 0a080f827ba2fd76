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

package io.github.faultbook.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import tools.jackson.databind.json.JsonMapper;

/**
 * A format that shows everything, pipelines that use it, and the events they emitted.
 */
final class Answers implements ErrorListener {

	static final WireFormat FORMAT = new WireFormats(JsonMapper.shared(), null).compile("test", """
			{
			  "body": {
			    "code": "{code}",
			    "title": "{title}",
			    "message": "{message}",
			    "facts": "{facts}",
			    "violations": [ { "$each violation": {
			      "path": "{violation.path|dotted}",
			      "code": "{violation.code}",
			      "message": "{violation.message}",
			      "attributes": "{violation.attributes}"
			    } } ]
			  }
			}""");

	private final List<ErrorEvent> events = new ArrayList<>();

	static ErrorCatalog catalog() {
		return ErrorCatalog.of(List.of());
	}

	ErrorPipelineBuilder pipeline() {
		return pipeline(FORMAT);
	}

	ErrorPipelineBuilder pipeline(WireFormat format) {
		return ErrorPipeline.builder(catalog(), (request) -> format, JsonMapper.shared()).listeners(List.of(this));
	}

	@Override
	public void onError(ErrorEvent event) {
		this.events.add(event);
	}

	/**
	 * Return the one event.
	 * @return what the pipeline told its listeners
	 */
	ErrorEvent event() {
		if (this.events.size() != 1) {
			throw new IllegalStateException("There are " + this.events.size() + " events");
		}
		return this.events.get(0);
	}

	/**
	 * Return what failed, one text each.
	 * @return the texts of the failures
	 */
	List<String> failures() {
		return event().failures().stream().map(Throwable::toString).toList();
	}

	static String text(ErrorReply reply) {
		return reply.status() + " " + new String(reply.body(), StandardCharsets.UTF_8);
	}

}
