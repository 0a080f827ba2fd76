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

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Caches the most recently requested contents, up to a number of bytes. Instances are
 * safe for use by several threads.
 */
final class PageCache {

	private final Map<Key, PageContent> contents = new LinkedHashMap<>(16, 0.75f, true);

	private final int maxBytes;

	private int bytes;

	/**
	 * Create a cache.
	 * @param maxBytes the maximum size of the cache in bytes; larger contents are not
	 * cached
	 */
	PageCache(int maxBytes) {
		this.maxBytes = maxBytes;
	}

	/**
	 * Return a content, creating it if it is not cached.
	 * @param key the key of the content
	 * @param content creates the content, without holding a lock
	 * @return the content
	 */
	PageContent get(Key key, Supplier<PageContent> content) {
		PageContent kept = find(key);
		return (kept != null) ? kept : keep(key, content.get());
	}

	private synchronized @Nullable PageContent find(Key key) {
		return this.contents.get(key);
	}

	private synchronized PageContent keep(Key key, PageContent content) {
		int size = content.body().length;
		if (size <= this.maxBytes && this.contents.putIfAbsent(key, content) == null) {
			this.bytes += size;
			Iterator<PageContent> eldest = this.contents.values().iterator();
			while (this.bytes > this.maxBytes) {
				this.bytes -= eldest.next().body().length;
				eldest.remove();
			}
		}
		return content;
	}

	/**
	 * The key of a content.
	 *
	 * @param form the form: a representation, or TypeScript for a format
	 * @param language the language
	 * @param chosen whether the reader chose the language, so that links keep it
	 * @param code the code, empty for the index
	 */
	record Key(String form, Locale language, boolean chosen, String code) {

	}

}
