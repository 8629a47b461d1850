-- The prices a new installation begins with: those of core's PriceTable.defaults().
insert into operation (path, base, factors)
values ('story-editor/project-video', 40, '{"standard": "1", "hd": "1.5", "4k": "2"}');
