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

import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PageCache}.
 */
class PageCacheTests {

	private final PageCache cache = new PageCache(100);

	private int made;

	@Test
	void contentIsMadeOnce() {
		assertThat(get("a", 100)).isSameAs(get("a", 100));
		assertThat(this.made).isEqualTo(1);
	}

	@Test
	void contentThatWasAskedForLongestAgoGivesWay() {
		get("a", 40);
		get("b", 40);
		get("a", 40);
		get("c", 40);
		assertThat(this.made).isEqualTo(3);
		get("a", 40);
		assertThat(this.made).isEqualTo(3);
		get("b", 40);
		assertThat(this.made).isEqualTo(4);
	}

	@Test
	void asManyGiveWayAsItTakes() {
		get("a", 40);
		get("b", 40);
		get("c", 100);
		get("a", 40);
		get("b", 40);
		assertThat(this.made).isEqualTo(5);
		get("a", 40);
		assertThat(this.made).isEqualTo(5);
	}

	@Test
	void contentThatIsTooLargeTakesNoPlace() {
		get("a", 40);
		get("large", 101);
		get("large", 101);
		get("a", 40);
		assertThat(this.made).isEqualTo(3);
	}

	private PageContent get(String code, int size) {
		return this.cache.get(new PageCache.Key("JSON", Locale.ENGLISH, false, code), () -> {
			this.made++;
			return PageContent.of("application/json", "x".repeat(size));
		});
	}

}
