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

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A value chosen from a table.
 *
 * @param key what is looked up
 * @param table the values; a status is also found under its class, such as {@code 4xx}
 * @param fallback the value for all others, or {@code null} for none
 */
record LookupNode(Value key, Map<String, Node> table, @Nullable Node fallback) implements Node {

	private @Nullable Node find(Rendering rendering) {
		String text = this.key.text(rendering);
		if (text == null) {
			return this.fallback;
		}
		Node found = this.table.get(text);
		if (found == null && this.key.placeholder().name().equals("status")) {
			found = this.table.get(text.charAt(0) + "xx");
		}
		return (found != null) ? found : this.fallback;
	}

	@Override
	public boolean present(Rendering rendering) {
		Node found = find(rendering);
		return found != null && found.present(rendering);
	}

	@Override
	public void write(JsonGenerator json, Rendering rendering) {
		Node found = find(rendering);
		if (found != null) {
			found.write(json, rendering);
		}
	}

	@Override
	public @Nullable String text(Rendering rendering) {
		Node found = find(rendering);
		return (found != null) ? found.text(rendering) : null;
	}

	@Override
	public boolean textual() {
		return this.table.values().stream().allMatch(Node::textual)
				&& (this.fallback == null || this.fallback.textual());
	}

}
